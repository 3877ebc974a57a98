package org.babelmill.bench.shards;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.export.TableExport;
import org.babelmill.jobs.export.TextFormat;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableWriter;

/**
 * Measures, on the rows of a release: the size of Parquet beside the same columns as JSON lines in zstd 10, and the speed
 * of writing shards beside Spark's own Parquet writer with the same settings. Arguments: the release, a scratch folder,
 * and how often the rows are repeated. Times are CPU time of the whole process, so that other work on the machine does
 * not count; what Spark needs to read its rows from memory is measured apart and taken off its time.
 */
public final class ShardFigures {

    private static final int ROUNDS = 7;
    /** Zstandard's levels: its own default, and the one that shards are written with. */
    private static final List<Integer> LEVELS = List.of(3, 9);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ShardFigures() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        Configuration hadoop = Sessions.storage();
        Release release = Release.open(args[0], hadoop);
        Path scratch = new Path(args[1]);
        int times = Integer.parseInt(args[2]);
        sizes(release, scratch);
        for (int level : LEVELS) {
            speed(release, scratch, times, level);
        }
    }

    private static void sizes(Release release, Path scratch) throws IOException {
        Configuration hadoop = release.hadoop();
        List<Path> files = train(release);
        List<Object[]> rows = rows(files, hadoop);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(lines, 10);
                PrintWriter out = new PrintWriter(new OutputStreamWriter(zstd, StandardCharsets.UTF_8))) {
            TableExport.of(ShardTable.SCHEMA, List.of(), TextFormat.JSONL).write(files, hadoop, out);
        }
        for (int level : new int[] {3, 9}) {
            for (List<String> bloom : List.of(ShardStage.BLOOM_COLUMNS, List.<String>of())) {
                long parquet = write(rows, new Path(scratch, "size.parquet"), layout(level, bloom), hadoop);
                System.out.printf(
                        Locale.ROOT,
                        "Parquet zstd %d%s: %,d bytes; JSON lines zstd 10: %,d; ratio %.3f%n",
                        level,
                        bloom.isEmpty() ? " without Bloom filters" : "",
                        parquet,
                        lines.size(),
                        (double) parquet / lines.size());
            }
        }
    }

    private static TableWriter.Layout layout(int level, List<String> bloom) {
        return new TableWriter.Layout(32L << 20, 0, level, bloom, Map.of());
    }

    private static List<Path> train(Release release) {
        return release.manifest().files().stream()
                .filter(f -> f.split().equals("train"))
                .map(ShardEntry::path)
                .map(release::path)
                .toList();
    }

    private static List<Object[]> rows(List<Path> files, Configuration hadoop) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (Path file : files) {
            try (TableReader reader = TableReader.open(ShardTable.SCHEMA, file, hadoop)) {
                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static long write(List<Object[]> rows, Path file, TableWriter.Layout layout, Configuration hadoop)
            throws IOException {
        TableWriter out = TableWriter.create(ShardTable.SCHEMA, file, layout, hadoop);
        try (out) {
            for (Object[] row : rows) {
                out.write(row);
            }
        }
        return file.getFileSystem(hadoop).getFileStatus(file).getLen();
    }

    private static void speed(Release release, Path scratch, int times, int level) throws IOException {
        Configuration hadoop = release.hadoop();
        List<Object[]> once = rows(train(release), hadoop);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            rows.addAll(once);
        }
        int bytes = ShardTable.SCHEMA.positions().get("n_bytes");
        double megabytes = rows.stream().mapToLong(r -> (Long) r[bytes]).sum() / 1e6;
        Path all = new Path(scratch, "all.parquet");
        write(rows, all, layout(3, List.of()), hadoop);
        try (SparkSession session = Sessions.open("figures", Optional.of("local[1]"))) {
            session.conf().set("spark.sql.parquet.compression.codec", "zstd");
            Dataset<Row> cached = session.read()
                    .schema(ShardTable.SCHEMA.spark())
                    .parquet(all.toString())
                    .coalesce(1)
                    .cache();
            cached.count();
            double[] own = new double[ROUNDS];
            double[] spark = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                own[round] = seconds(() ->
                        write(rows, new Path(scratch, "own.parquet"), layout(level, ShardStage.BLOOM_COLUMNS), hadoop));
                double reading = seconds(
                        () -> cached.write().format("noop").mode("overwrite").save());
                double both = seconds(() -> cached.write()
                        .mode("overwrite")
                        .option("parquet.block.size", 32 << 20)
                        .option("parquet.compression.codec.zstd.level", level)
                        .option("parquet.bloom.filter.enabled#id", "true")
                        .option("parquet.bloom.filter.enabled#url", "true")
                        .option("parquet.bloom.filter.adaptive.enabled", "true")
                        .parquet(new Path(scratch, "spark").toString()));
                spark[round] = both - reading;
                print("zstd " + level + ", round " + round, megabytes, own[round], spark[round]);
            }
            print("zstd " + level + ", median of rounds after the first two", megabytes, median(own), median(spark));
        }
    }

    /** Work that may fail to read or write. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begun = PROCESS.getProcessCpuTime();
        work.run();
        return (PROCESS.getProcessCpuTime() - begun) / 1e9;
    }

    private static double median(double[] seconds) {
        double[] warm = Arrays.copyOfRange(seconds, 2, seconds.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static void print(String what, double megabytes, double own, double spark) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f MB of text: own writer %.1f MB/s a core, Spark's %.1f MB/s a core, ratio %.2f%n",
                what,
                megabytes,
                megabytes / own,
                megabytes / spark,
                spark / own);
    }
}
