package org.babelmill.jobs.balance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.babelmill.jobs.balance.Rehydration.SizeCount;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;

class RehydrationTest {

    @Test
    void sizesRemovedLessOftenThanTheAverageAreRepeated() {
        List<SizeCount> counts = List.of(
                new SizeCount(1, 1000, 800),
                new SizeCount(2, 1000, 600),
                new SizeCount(3, 1000, 300),
                new SizeCount(4, 1000, 200),
                new SizeCount(5, 1000, 300),
                new SizeCount(6, 1000, 700),
                new SizeCount(7, 1000, 900));
        CopyTable table = Rehydration.table(counts, 10);
        assertThat(table.copies(1)).isOne();
        assertThat(table.copies(4)).isGreaterThan(table.copies(2));
        assertThat(table.copies(7)).isOne();
        assertThat(table.copies(1_000_000)).isEqualTo(table.copies(7));
    }

    @Test
    void oneCopyIsMostWhereNoMoreAreAllowed() {
        assertThat(Rehydration.table(List.of(new SizeCount(1, 10, 9), new SizeCount(2, 10, 1)), 1))
                .isEqualTo(CopyTable.single());
    }

    @Test
    void aLanguageWithoutDocumentsHasOneCopy() {
        assertThat(Rehydration.table(List.of(), 10)).isEqualTo(CopyTable.single());
    }

    @Test
    void theLargestSizesTogetherAreOnePoint() {
        List<SizeCount> counts = new ArrayList<>();
        for (int size = 1; size <= 10; size++) {
            counts.add(new SizeCount(size, 100_000, 50_000 + 1000 * size));
        }
        CopyTable without = Rehydration.table(counts, 5);
        counts.add(new SizeCount(500, 100, 0));
        counts.add(new SizeCount(900, 100, 0));
        CopyTable table = Rehydration.table(counts, 5);
        assertThat(table.copies(900)).isEqualTo(5);
        assertThat(table.copies(500)).isEqualTo(5);
        assertThat(without.copies(900)).isOne();
    }

    @Test
    void theFixedTableIsThePublishedOne() {
        CopyTable table = CopyTable.fineweb2();
        assertThat(LongStream.of(1, 2, 3, 4, 5, 99, 100, 999, 1000, 5_000_000).mapToInt(table::copies))
                .containsExactly(1, 2, 3, 3, 5, 5, 8, 8, 1, 1);
    }

    /**
     * FineWeb2's published tables. Twelve languages have fewer than five points, where a moving average by numpy gives
     * more values than there are points; their published tables hold that artefact, and nobody should repeat it.
     */
    @Test
    void publishedTablesAndTheirTotalsAreReproduced() throws IOException {
        Map<String, JsonNode> files = published();
        JsonNode sizes = files.get("weights/resulting_ds_sizes.json");
        for (int most = 3; most <= 10; most++) {
            JsonNode weights = files.get(String.format(Locale.ROOT, "weights/up_to_%02d_reps.json", most));
            TreeSet<String> differing = new TreeSet<>();
            int reproduced = 0;
            for (Map.Entry<String, JsonNode> language : weights.properties()) {
                Points points = points(files.get("distributions/" + language.getKey() + ".json"));
                CopyTable table = Rehydration.table(points.sizes(), points.rates(), points.global(), most);
                TreeMap<Long, Integer> expected = new TreeMap<>();
                language.getValue()
                        .properties()
                        .forEach(e -> expected.put(
                                Long.parseLong(e.getKey()), e.getValue().intValue()));
                // Languages without unique documents begin at a larger size; here every table begins at 1.
                expected.put(1L, expected.remove(expected.firstKey()));
                if (points.sizes().length < 5) {
                    differing.add(language.getKey());
                } else {
                    assertThat(table.toMap())
                            .as(language.getKey() + " at " + most)
                            .isEqualTo(expected);
                    assertThat(points.documents(table))
                            .as("documents of " + language.getKey() + " at " + most)
                            .isEqualTo(sizes.at("/" + most + "/" + language.getKey())
                                    .longValue());
                    reproduced++;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "rehydration, at most %d copies: %,d of %,d published tables; fewer than five sizes: %s%n",
                    most,
                    reproduced,
                    weights.size(),
                    differing);
            assertThat(reproduced).as("tables at " + most).isEqualTo(1844);
            assertThat(differing).hasSize(12).contains("mzl_Latn");
        }
    }

    private record Points(long[] sizes, double[] rates, double global, List<Long> kept) {

        long documents(CopyTable table) {
            long documents = 0;
            for (int i = 0; i < sizes.length; i++) {
                documents += kept.get(i) * table.copies(sizes[i]);
            }
            return documents;
        }
    }

    private static Points points(JsonNode file) {
        List<Long> sizes = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        file.get("cluster_post_filtering_doc_counts").forEach(c -> kept.add(c.longValue()));
        file.get("cluster_sizes").forEach(s -> sizes.add(s.longValue()));
        file.get("cluster_removal_rates").forEach(r -> rates.add(r.doubleValue()));
        if (!file.path("tail_threshold").isMissingNode()
                && !file.get("tail_threshold").isNull()) {
            sizes.add(file.get("tail_threshold").longValue());
            rates.add(file.get("tail_removal_rate").doubleValue());
            kept.add(file.get("tail_post_filtering_doc_counts").longValue());
        }
        return new Points(
                sizes.stream().mapToLong(Long::longValue).toArray(),
                rates.stream().mapToDouble(Double::doubleValue).toArray(),
                file.get("global_removal_rate").doubleValue(),
                kept);
    }

    private static Map<String, JsonNode> published() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> files = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(SharedData.require("data/fineweb2/rehydration.tar.gz"))))) {
            byte[] header = in.readNBytes(512);
            while (header.length == 512 && header[0] != 0) {
                String name = text(header, 0, 100);
                int size = Integer.parseInt(text(header, 124, 12).trim(), 8);
                byte[] body = in.readNBytes(size);
                in.skipNBytes((512 - size % 512) % 512);
                if (name.endsWith(".json")) {
                    files.put(name.substring("misc/rehydration/".length()), json.readTree(body));
                }
                header = in.readNBytes(512);
            }
        }
        return files;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.US_ASCII);
    }
}
