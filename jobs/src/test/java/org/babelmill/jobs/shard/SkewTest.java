package org.babelmill.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.shard.ShardPlan.Size;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;

/** Languages as unequal as FineWeb2's: 1,913 of them, the largest 28 % of all bytes, most of them tiny. */
class SkewTest {

    private static final int DOCUMENT = 2_000;

    static Map<Part, Size> fineWeb2(double scale) throws IOException {
        Map<Part, Size> sizes = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.require("data/fineweb2/language-distribution.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.replaceAll("\"[^\"]*\"", "x").split(",");
                if (fields[1].equals("train") && !fields[0].endsWith("_removed")) {
                    long documents = Math.max(1, (long) (Long.parseLong(fields[8]) * scale / DOCUMENT));
                    sizes.put(new Part("train", fields[0]), new Size(documents * DOCUMENT, documents));
                }
            }
        }
        return sizes;
    }

    /** At full size no folder has more files than the Hub takes, and tiny languages share tasks. */
    @Test
    void thePlanForFullSizesKeepsToTheLimits() throws IOException {
        ShardPlan plan = new ShardPlan(fineWeb2(1), 400L << 20, 1);
        Map<String, Integer> files = new TreeMap<>();
        plan.shards().forEach(s -> files.merge(s.part().folder(), 1, Integer::sum));
        assertThat(files).hasSize(1913);
        assertThat(files.values()).allMatch(n -> n <= ShardPlan.MOST_FILES);
        assertThat(files.values().stream().filter(n -> n == 1).count()).isGreaterThan(1700);
        long full = plan.shards().stream().filter(s -> s.of() > 1).count();
        assertThat(plan.tasks() - full)
                .as("tasks for all languages of one file")
                .isLessThan(200);
        System.out.printf(
                Locale.ROOT,
                "FineWeb2's sizes: %,d files, %,d tasks%n",
                plan.shards().size(),
                plan.tasks());
    }
}
