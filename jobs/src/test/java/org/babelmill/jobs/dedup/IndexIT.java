package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.index.SignatureIndex;
import org.babelmill.jobs.testing.SparkSessionExtension;

/** Snapshots that are added, removed and added again, documents and hosts that are forgotten, in any order. */
@Tag("acceptance")
class IndexIT {

    private static final int CHANGES = 4;

    /** Shrinking would cost a Spark job a step; the seed is reported as it is. */
    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void anyOrderOfChangesEqualsTheRunFromScratch(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("index");
        SparkSession spark = (SparkSession) new SparkSessionExtension().resolveParameter(null, null);
        Random random = new Random(seed);
        SignatureIndex index = SignatureIndex.openOrCreate(
                spark,
                folder.resolve("index").toString(),
                Documents.settings("{mode: verified}"),
                1 + random.nextInt(4));
        Map<String, Documents> held = new TreeMap<>();
        TreeMap<String, Documents> removed = new TreeMap<>();
        Map<String, Set<String>> forgotten = new TreeMap<>();
        for (int change = 1; change <= CHANGES; change++) {
            if (held.isEmpty() || random.nextInt(5) < 3) {
                boolean again = !removed.isEmpty() && random.nextBoolean();
                String name = again ? removed.firstKey() : "s" + change;
                held.put(name, again ? removed.remove(name) : IndexedDocumentsTest.snapshot(change));
                // What comes again comes whole.
                forgotten.put(name, new HashSet<>());
                index.add(name, held.get(name).in(spark), 1);
            } else if (random.nextBoolean()) {
                String name = new ArrayList<>(held.keySet()).get(random.nextInt(held.size()));
                removed.put(name, held.remove(name));
                index.remove(name);
            } else {
                forget(index, held, forgotten, random);
            }
        }
        Set<String> gone = held.keySet().stream()
                .flatMap(name -> forgotten.get(name).stream())
                .collect(Collectors.toSet());

        assertThat(IndexedDocumentsTest.status(index.clusters().collectAsList()))
                .isEqualTo(
                        held.isEmpty()
                                ? new TreeMap<>()
                                : IndexedDocumentsTest.fromScratch(
                                        spark,
                                        List.copyOf(held.values()),
                                        row -> !gone.contains(row.getString(1)),
                                        folder));
    }

    private static void forget(
            SignatureIndex index, Map<String, Documents> held, Map<String, Set<String>> forgotten, Random random)
            throws IOException {
        Set<String> ids = new HashSet<>();
        Set<String> hosts = random.nextBoolean() ? Set.of("h" + random.nextInt(6) + ".example") : Set.of();
        held.forEach((name, documents) -> documents.rows().forEach(row -> {
            boolean named = random.nextInt(6) == 0;
            if (named) {
                ids.add(row.getString(1));
            }
            if (named || hosts.contains(row.getString(14))) {
                forgotten.get(name).add(row.getString(1));
            }
        }));
        index.forget(ids, hosts);
    }
}
