package org.babelmill.jobs.survey;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.run.RunParts;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.survey.Concentration.Named;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tombstone.Tombstones;
import scala.Tuple2;

/** Surveys a run with Spark: reads measurements and decisions of every document, and text only of chosen ones. */
public final class SurveyJob {

    /** Tables that are read. */
    public static final List<String> TABLES = List.of("documents", "signals", "decisions", "clusters");

    private static final int NAMES = 25;
    private static final int MEMBERS = 3;
    private static final int EXCERPT = 500;
    private static final int TITLE = 200;
    private static final int ADDRESS = 120;

    private final JavaSparkContext spark;
    private final List<Part> parts;
    private final SerializableConfiguration hadoop;

    /** A survey of the files of a run. */
    public SurveyJob(JavaSparkContext spark, RunParts parts, Configuration hadoop) {
        this.spark = spark;
        this.parts = parts.parts();
        this.hadoop = new SerializableConfiguration(hadoop);
    }

    /** Counts everything. */
    public Survey survey(DecisionRules rules, long seed) {
        SerializableConfiguration storage = hadoop;
        return parts.isEmpty()
                ? new Survey()
                : rdd(parts)
                        .map(part -> new SurveyPass(rules, seed).survey(part, storage.value()))
                        .treeReduce(Survey::plus, 2);
    }

    private JavaRDD<Part> rdd(List<Part> some) {
        return spark.parallelize(some, Math.max(1, some.size()));
    }

    /** Finds the most frequent hosts, domains, licences and opt-outs: exact counts, the same for any cut of the input. */
    public Concentration concentration() {
        SerializableConfiguration storage = hadoop;
        JavaPairRDD<String, Totals> totals = rdd(parts)
                .flatMapToPair(part -> new NamedTotals()
                        .count(part, storage.value()).entrySet().stream()
                                .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                                .iterator())
                .reduceByKey(Totals::plus)
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            JavaPairRDD<String, Totals> hosts = kind(totals, NamedTotals.HOST);
            JavaPairRDD<String, Totals> domains = hosts.mapToPair(
                            host -> new Tuple2<>(host._1.substring(host._1.lastIndexOf('.') + 1), host._2))
                    .reduceByKey(Totals::plus);
            return new Concentration(
                    top(hosts),
                    top(domains),
                    top(kind(totals, NamedTotals.LICENCE)),
                    top(kind(totals, NamedTotals.OPT_OUT)),
                    topHosts(kind(totals, NamedTotals.LANGUAGE_HOST)),
                    hosts.count());
        } finally {
            totals.unpersist();
        }
    }

    private static JavaPairRDD<String, Totals> kind(JavaPairRDD<String, Totals> totals, char kind) {
        return totals.filter(t -> t._1.charAt(0) == kind).mapToPair(t -> new Tuple2<>(t._1.substring(1), t._2));
    }

    private static List<Named> top(JavaPairRDD<String, Totals> totals) {
        return totals.takeOrdered(NAMES, new MostFirst()).stream()
                .map(t -> new Named(t._1, t._2))
                .toList();
    }

    private static Map<String, Named> topHosts(JavaPairRDD<String, Totals> byLanguageAndHost) {
        MostFirst order = new MostFirst();
        Map<String, Named> top = new TreeMap<>();
        byLanguageAndHost
                .mapToPair(t -> {
                    int space = t._1.indexOf(' ');
                    return new Tuple2<>(t._1.substring(0, space), new Tuple2<>(t._1.substring(space + 1), t._2));
                })
                .reduceByKey((a, b) -> order.compare(a, b) <= 0 ? a : b)
                .collectAsMap()
                .forEach((language, host) -> top.put(language, new Named(host._1, host._2)));
        return top;
    }

    private static final class MostFirst implements Comparator<Tuple2<String, Totals>>, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public int compare(Tuple2<String, Totals> a, Tuple2<String, Totals> b) {
            int order = Long.compare(b._2.documents(), a._2.documents());
            return order != 0 ? order : a._1.compareTo(b._1);
        }
    }

    /** Some members of clusters, by the cluster's id. */
    public Map<String, List<Pick>> members(Set<String> clusters) {
        Map<String, List<Pick>> found = new TreeMap<>();
        if (clusters.isEmpty()) {
            return found;
        }
        SerializableConfiguration storage = hadoop;
        TreeSet<String> wanted = new TreeSet<>(clusters);
        rdd(parts)
                .flatMapToPair(part -> members(part, wanted, storage.value()).iterator())
                .reduceByKey((a, b) -> a.plus(b))
                .collectAsMap()
                .forEach((cluster, picks) -> found.put(cluster, picks.list()));
        return found;
    }

    private static List<Tuple2<String, Picks>> members(Part part, Set<String> wanted, Configuration hadoop)
            throws IOException {
        TableSchema columns = TableReader.project(
                ClustersTable.SCHEMA, List.of("id", "key", "cluster", "keep", "similarity", "link"));
        Set<Binary> ids = new HashSet<>();
        wanted.forEach(id -> ids.add(TableReader.text(id)));
        Map<String, Picks> found = new TreeMap<>();
        try (TableReader reader = TableReader.open(
                columns, part.file("clusters"), FilterApi.in(FilterApi.binaryColumn("cluster"), ids), hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                boolean keep = (Boolean) row[3];
                String note = keep ? "stays" : row[5] + ", similarity " + Figures.plain((Double) row[4]);
                found.computeIfAbsent((String) row[2], c -> new Picks(MEMBERS))
                        .offer(new Pick(keep ? 0 : 1, 0, (String) row[0], part.index(), (Long) row[1], note));
            }
        }
        return found.entrySet().stream()
                .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                .toList();
    }

    /**
     * The beginnings of chosen documents, by id.
     *
     * @param takenBack of which nothing is shown
     */
    public Map<String, Excerpt> excerpts(Collection<Pick> picks, Tombstones takenBack) {
        Map<Integer, HashSet<Long>> keys = new TreeMap<>();
        picks.forEach(p -> keys.computeIfAbsent(p.part(), i -> new HashSet<>()).add(p.key()));
        List<Tuple2<Part, HashSet<Long>>> work = new ArrayList<>();
        for (Part part : parts) {
            if (keys.containsKey(part.index())) {
                work.add(new Tuple2<>(part, keys.get(part.index())));
            }
        }
        Map<String, Excerpt> excerpts = new TreeMap<>();
        SerializableConfiguration storage = hadoop;
        spark.parallelize(work, Math.max(1, work.size()))
                .flatMap(w -> excerpts(w._1, w._2, takenBack, storage.value()).iterator())
                .collect()
                .forEach(e -> excerpts.put(e.id(), e));
        return excerpts;
    }

    private static List<Excerpt> excerpts(Part part, Set<Long> keys, Tombstones takenBack, Configuration hadoop)
            throws IOException {
        // A hash set: Parquet asks it for null.
        var wanted = FilterApi.in(FilterApi.longColumn("key"), keys);
        TableSchema columns =
                TableReader.project(DocumentsTable.SCHEMA, List.of("key", "id", "url", "title", "text", "host"));
        TableSchema labels = TableReader.project(SignalsTable.SCHEMA, List.of("key", "language"));
        List<Excerpt> found = new ArrayList<>();
        try (TableReader documents = TableReader.open(columns, part.file("documents"), wanted, hadoop);
                TableReader signals = TableReader.open(labels, part.file("signals"), wanted, hadoop)) {
            for (Object[] row = documents.next(); row != null; row = documents.next()) {
                String language = (String) signals.next()[1];
                if (takenBack
                        .match((String) row[1], (String) row[2], (String) row[5])
                        .isEmpty()) {
                    found.add(new Excerpt(
                            (String) row[1],
                            Excerpt.start((String) row[2], ADDRESS),
                            Excerpt.start((String) row[3], TITLE),
                            language,
                            Excerpt.start((String) row[4], EXCERPT)));
                }
            }
        }
        return found;
    }
}
