package org.babelmill.jobs.mixture;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;

/**
 * What a mixture needs of one shard file: sizes by copies, and the proof. One task, one file.
 *
 * @param root the shards' folder
 * @param unit of sizes
 * @param tokensPerByte by language tag, {@code default} for others; empty where tokens are counted or not asked for
 */
record ShardRows(String root, Unit unit, TreeMap<String, Double> tokensPerByte) implements Serializable {

    /**
     * Sizes in one file.
     *
     * @param language of the file
     * @param byRepeats size by copies
     */
    record Sizes(String language, TreeMap<Integer, Double> byRepeats) implements Serializable {}

    /**
     * What a proof found in one file.
     *
     * @param language of the file
     * @param seen size that is seen, by stage
     * @param documents documents by how often they are seen
     */
    record Seen(String language, double[] seen, TreeMap<Integer, Long> documents) implements Serializable {}

    private TableSchema columns() {
        return TableReader.project(ShardTable.SCHEMA, List.of("id", "minhash_cluster_id", "repeats", column()));
    }

    private String column() {
        return isEstimate() ? Unit.BYTES.column() : unit.column();
    }

    private boolean isEstimate() {
        return unit == Unit.TOKENS && !tokensPerByte.isEmpty();
    }

    Sizes sizes(ShardEntry file, Configuration hadoop) throws IOException {
        TreeMap<Integer, Long> sums = new TreeMap<>();
        try (TableReader reader = TableReader.open(columns(), new Path(root, file.path()), hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                sums.merge(Math.max(1, (Integer) row[2]), (Long) row[3], Long::sum);
            }
        }
        TreeMap<Integer, Double> sizes = new TreeMap<>();
        sums.forEach((repeats, sum) -> sizes.put(repeats, sum * factor(file.language())));
        return new Sizes(file.language(), sizes);
    }

    private double factor(String language) {
        return isEstimate() ? tokensPerByte.getOrDefault(language, tokensPerByte.get("default")) : 1;
    }

    /** Writes the proof of one file. */
    Seen prove(ShardEntry file, MixturePlan plan, Path target, Configuration hadoop) throws IOException {
        double[] levels = levels(file.language(), plan);
        CopyDraw draw = new CopyDraw(plan.seed());
        double[] seen = new double[levels.length];
        TreeMap<Integer, Long> documents = new TreeMap<>();
        try (TableReader reader = TableReader.open(columns(), new Path(root, file.path()), hadoop);
                TableWriter out = TableWriter.create(MixtureProofTable.SCHEMA, target, hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                int repeats = Math.max(1, (Integer) row[2]);
                List<Integer> stages = copies((String) row[0], repeats, levels, plan.cap(), draw);
                int total = stages.stream().mapToInt(Integer::intValue).sum();
                out.write(new Object[] {row[0], row[1], repeats, total, stages});
                documents.merge(total, 1L, Long::sum);
                for (int s = 0; s < seen.length; s++) {
                    seen[s] += stages.get(s) * (Long) row[3] * factor(file.language());
                }
            }
        }
        return new Seen(file.language(), seen, documents);
    }

    private static double[] levels(String language, MixturePlan plan) {
        return plan.stages().stream()
                .mapToDouble(s -> s.parts().stream()
                        .filter(p -> p.name().equals(language))
                        .mapToDouble(MixturePlan.Part::level)
                        .findFirst()
                        .orElse(0))
                .toArray();
    }

    /** Copies by stage: what is drawn for all stages up to one, less what earlier ones had. */
    static List<Integer> copies(String id, int repeats, double[] levels, double cap, CopyDraw draw) {
        List<Integer> copies = new ArrayList<>();
        int before = 0;
        for (double level : levels) {
            int upTo = draw.copies(id, Math.min(repeats * level, cap));
            copies.add(upTo - before);
            before = upTo;
        }
        return copies;
    }

    /** Supplies of all files together. */
    static List<Supply> supplies(List<Sizes> files) {
        Map<String, TreeMap<Integer, Double>> byLanguage = new TreeMap<>();
        for (Sizes file : files) {
            TreeMap<Integer, Double> sum = byLanguage.computeIfAbsent(file.language(), l -> new TreeMap<>());
            file.byRepeats().forEach((repeats, size) -> sum.merge(repeats, size, Double::sum));
        }
        List<Supply> supplies = new ArrayList<>();
        byLanguage.forEach((language, sizes) -> supplies.add(new Supply(language, sizes)));
        return supplies;
    }
}
