package org.babelmill.jobs.shard;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.shard.SplitShardRows.Files;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.RowCodec;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.config.ShardSettings;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;

/**
 * Finds, in the tables of a run, documents that were dropped only because they resemble one that is taken back now. One
 * task, one split of the run.
 *
 * @param privacy what is masked in published text
 * @param tokenizer path of the tokenizer that counts tokens; empty for no counts
 */
public record Substitutes(PrivacySettings privacy, String tokenizer) implements Serializable {

    private static final Map<String, Integer> POSITIONS = DecisionsTable.SCHEMA.positions();

    /**
     * A document that may take another's place.
     *
     * @param cluster id of its duplicate cluster
     * @param language language tag
     * @param id its id
     * @param url its address
     * @param host host of the address
     * @param words words of its text: the candidate with most words wins, of equals the lowest id
     * @param row its published row, as {@link RowCodec} writes it
     */
    public record Candidate(String cluster, String language, String id, String url, String host, long words, byte[] row)
            implements Serializable {

        /** Whether it is to be preferred. */
        public boolean beats(Candidate other) {
            return words != other.words ? words > other.words : id.compareTo(other.id) < 0;
        }
    }

    /** Files of the same split: documents, signals, decisions. */
    public record Split(String documents, String signals, String decisions) implements Serializable {}

    /** The splits of a finished run. */
    public static List<Split> splits(RunDirectory run) throws IOException {
        Map<String, String> documents = files(run, "documents");
        Map<String, String> signals = files(run, "signals");
        return files(run, "decisions").entrySet().stream()
                .map(e -> new Split(documents.get(e.getKey()), signals.get(e.getKey()), e.getValue()))
                .toList();
    }

    private static Map<String, String> files(RunDirectory run, String table) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (FileStatus file : run.storage().files(run.path(table))) {
            String name = file.getPath().getName();
            if (name.endsWith(".parquet")) {
                files.put(name.split("-", 3)[1], file.getPath().toString());
            }
        }
        return files;
    }

    /**
     * The best candidate of each cluster in one split.
     *
     * @param clusters language by cluster id
     * @param refused whether a document must not be used, by id, url and host
     */
    public Map<String, Candidate> find(Split split, Map<String, String> clusters, Refusal refused, Configuration hadoop)
            throws IOException {
        Map<String, Candidate> best = new TreeMap<>();
        if (!holds(split, clusters, hadoop)) {
            return best;
        }
        Files files = new Files(new Path(split.documents()), new Path(split.signals()), new Path(split.decisions()));
        RowCodec codec = new RowCodec(ShardTable.SCHEMA);
        Map<String, Integer> columns = ShardTable.SCHEMA.positions();
        try (SplitShardRows rows =
                SplitShardRows.substitutes(files, publication(), decision -> isCandidate(decision, clusters), hadoop)) {
            for (Optional<Object[]> row = rows.row(); row.isPresent(); row = rows.row()) {
                Object[] values = row.get();
                Candidate candidate = new Candidate(
                        (String) values[columns.get("minhash_cluster_id")],
                        values[columns.get("language")] + "_" + values[columns.get("language_script")],
                        (String) values[columns.get("id")],
                        (String) values[columns.get("url")],
                        (String) values[columns.get("host")],
                        (Long) values[columns.get("n_words")],
                        codec.encode(values));
                if (!refused.refuses(candidate.id(), candidate.url(), candidate.host())) {
                    best.merge(candidate.cluster(), candidate, (a, b) -> b.beats(a) ? b : a);
                }
            }
        }
        return best;
    }

    private Publication publication() {
        return new Publication(
                ShardSettings.Removed.NONE, privacy, new TestSplit(Map.of(), 0), false, Tombstones.none(), tokenizer);
    }

    /** Says no to documents. */
    @FunctionalInterface
    public interface Refusal extends Serializable {

        /** Whether a document must not be used. */
        boolean refuses(String id, String url, String host);
    }

    private static boolean holds(Split split, Map<String, String> clusters, Configuration hadoop) throws IOException {
        try (TableReader reader = TableReader.open(DecisionsTable.SCHEMA, new Path(split.decisions()), hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                if (isCandidate(row, clusters)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** In a wanted cluster, of the wanted language, and dropped for nothing but its likeness. */
    private static boolean isCandidate(Object[] decision, Map<String, String> clusters) {
        String language = clusters.get((String) decision[POSITIONS.get("cluster_id")]);
        if (language == null
                || (Boolean) decision[POSITIONS.get("keep")]
                || !language.equals(decision[POSITIONS.get("language")])) {
            return false;
        }
        List<Reason> reasons = DecisionsTable.reasons(decision[POSITIONS.get("reasons")]);
        return reasons.stream().allMatch(r -> r.stage() == Stage.DEDUP);
    }
}
