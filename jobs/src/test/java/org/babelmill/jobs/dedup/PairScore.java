package org.babelmill.jobs.dedup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;

/** Holds clusters against all pairs of documents whose exact Jaccard similarity is known. */
final class PairScore {

    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, String> clusterOf;
    private final Set<String> removed;

    PairScore(Path pairFile, List<Row> clusters) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(pairFile)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = json.readTree(line);
                pairs.add(new Pair(
                        pair.get(0).asText(), pair.get(1).asText(), pair.get(2).asDouble()));
            }
        }
        clusterOf = clusters.stream()
                .collect(Collectors.toMap(
                        row -> row.getAs(ClusterColumns.ID), row -> row.getAs(ClusterColumns.CLUSTER)));
        removed = clusters.stream()
                .filter(row -> !row.<Boolean>getAs(ClusterColumns.KEEP))
                .map(row -> row.<String>getAs(ClusterColumns.ID))
                .collect(Collectors.toSet());
    }

    private record Pair(String one, String other, double similarity) {}

    /** Harmonic mean of precision and recall of "is in a cluster" against "has a twin at least so similar". */
    double documentF1(double similarity) {
        Set<String> twins = documents(j -> j >= similarity);
        double found = twins.stream().filter(clusterOf::containsKey).count();
        double precision = found / clusterOf.size();
        double recall = found / twins.size();
        return 2 * precision * recall / (precision + recall);
    }

    /** Share of the pairs of such a similarity that are in one cluster. */
    double together(DoublePredicate similarity) {
        return pairs.stream()
                .filter(pair -> similarity.test(pair.similarity()))
                .mapToDouble(pair -> clusterOf.containsKey(pair.one())
                                && clusterOf.get(pair.one()).equals(clusterOf.get(pair.other()))
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }

    /** Documents that stay although another that is so similar stays too. */
    int left(double similarity) {
        Set<String> left = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.similarity() >= similarity && !removed.contains(pair.one()) && !removed.contains(pair.other())) {
                left.add(pair.one());
                left.add(pair.other());
            }
        }
        return left.size();
    }

    /** Share of the removed documents that resemble none that stays by more than this. */
    double removedUnlike(double similarity) {
        Set<String> justified = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.similarity() >= similarity && removed.contains(pair.one()) != removed.contains(pair.other())) {
                justified.add(removed.contains(pair.one()) ? pair.one() : pair.other());
            }
        }
        return 1 - (double) justified.size() / removed.size();
    }

    private Set<String> documents(DoublePredicate similarity) {
        return pairs.stream()
                .filter(pair -> similarity.test(pair.similarity()))
                .flatMap(pair -> List.of(pair.one(), pair.other()).stream())
                .collect(Collectors.toSet());
    }
}
