package org.babelmill.bench.shards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.shard.ShardTotals;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.takedown.TakedownJob;
import org.babelmill.jobs.takedown.TakedownList;
import org.babelmill.pipeline.config.ConfigurationLoader;

/**
 * Measures how much of a shard file a takedown of one document reuses. Arguments: a release whose rows are taken, a scratch
 * folder, and the size of the file in megabytes. The rows are written again and again under new ids until the file is as
 * large; pages are compressed alone, so that repetition makes nothing smaller.
 */
public final class TakedownFigures {

    private static final String FILE = "data/deu_Latn/train-00000-of-00001.parquet";
    private static final Map<String, Integer> POSITIONS = ShardTable.SCHEMA.positions();

    private TakedownFigures() {}

    /** Prints the figures for row groups of 8 and 32 MiB. */
    public static void main(String[] args) throws IOException {
        Configuration hadoop = Sessions.storage();
        Release from = Release.open(args[0], hadoop);
        long wanted = Long.parseLong(args[2]) * 1_000_000;
        for (long group : new long[] {8L << 20, 32L << 20}) {
            Path folder = new Path(args[1], group + "");
            String removed = write(from, folder, group, wanted);
            Release release = Release.open(folder.toString(), hadoop);
            long begun = System.nanoTime();
            TakedownJob.Outcome outcome = new TakedownJob(
                            release, new TakedownList(Set.of(), Set.of(), Set.of(removed)))
                    .run(false, Optional.of("local[1]"));
            System.out.printf(
                    Locale.ROOT,
                    "row groups of %d MiB: 1 document taken from %,d bytes: %d group encoded again, %.2f %% of the bytes"
                            + " reused, %.1f s%n",
                    group >> 20,
                    outcome.bytes(),
                    outcome.groups(),
                    100.0 * outcome.reused() / outcome.bytes(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    /** Writes a release of one file; returns the id of a row in its middle. */
    private static String write(Release from, Path folder, long group, long wanted) throws IOException {
        Configuration hadoop = from.hadoop();
        List<Object[]> rows = rows(from);
        Path file = new Path(folder, FILE);
        Storage.of(folder, hadoop).mkdirs(file.getParent());
        ShardTotals totals = new ShardTotals();
        TableWriter out = TableWriter.create(
                ShardTable.SCHEMA,
                file,
                new TableWriter.Layout(group, 0, 3, ShardStage.BLOOM_COLUMNS, Map.of()),
                hadoop);
        String removed = "";
        try (out) {
            for (int round = 0; out.bytes() < wanted; round++) {
                for (Object[] row : rows) {
                    Object[] renamed = renamed(row, round);
                    removed = out.bytes() < wanted / 2 ? (String) renamed[POSITIONS.get("id")] : removed;
                    totals.add(renamed);
                    out.write(renamed);
                }
            }
        }
        ShardEntry entry = totals.entry(
                new ShardTotals.Name(FILE, "train", "deu_Latn"),
                file.getFileSystem(hadoop).getFileStatus(file).getLen(),
                out.sha256());
        ReleaseFacts facts = new ReleaseFacts(
                ReleaseFacts.publicSettings(
                        ConfigurationLoader.defaults().set("shards.row-group-size=" + (group >> 20) + " MiB")),
                List.of(),
                1,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                0);
        new ReleaseWriter(folder, Storage.of(folder, hadoop))
                .write(ReleaseManifest.of("bench", "bench", "0".repeat(64), List.of(entry)), facts, Map.of());
        return removed;
    }

    private static Object[] renamed(Object[] row, int round) {
        Object[] renamed = row.clone();
        for (String column : List.of("id", "minhash_cluster_id", "url")) {
            renamed[POSITIONS.get(column)] = row[POSITIONS.get(column)] + "-" + round;
        }
        return renamed;
    }

    private static List<Object[]> rows(Release release) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (ShardEntry file : release.manifest().files()) {
            if (file.split().equals("train")) {
                try (TableReader reader =
                        TableReader.open(ShardTable.SCHEMA, release.path(file.path()), release.hadoop())) {
                    for (Object[] row = reader.next(); row != null; row = reader.next()) {
                        rows.add(row);
                    }
                }
            }
        }
        return rows;
    }
}
