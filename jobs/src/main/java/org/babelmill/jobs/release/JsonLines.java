package org.babelmill.jobs.release;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.export.TableExport;
import org.babelmill.jobs.export.TextFormat;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.spark.Sessions;
import scala.Tuple2;

/**
 * The shards as JSON lines in zstd, one file a shard, rows in the same order.
 *
 * @param columns to write, empty for all
 * @param level of zstd, 1 to 19
 * @param repeat whether a document is written as often as its row says
 */
public record JsonLines(List<String> columns, int level, boolean repeat) implements Serializable {

    public JsonLines {
        columns = List.copyOf(columns);
        // Unknown columns are refused before anything is replaced.
        TableExport.of(ShardTable.SCHEMA, columns, TextFormat.JSONL);
    }

    /** Writes all shards below a folder; returns the number of lines by split: train, test, removed. */
    public Map<String, Long> write(Release release, Path target, Optional<String> master) throws IOException {
        List<ShardEntry> files = release.manifest().files();
        String from = release.root().toString();
        String to = target.toString();
        SerializableConfiguration hadoop = new SerializableConfiguration(release.hadoop());
        try (SparkSession session = Sessions.open("babelmill jsonl", master)) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            return spark.parallelize(files, Math.max(1, Math.min(files.size(), 16 * spark.defaultParallelism())))
                    .mapToPair(file -> new Tuple2<>(
                            file.split(), file(new Path(from, file.path()), target(to, file), hadoop.value())))
                    .reduceByKey(Long::sum)
                    .collectAsMap();
        }
    }

    private static Path target(String folder, ShardEntry file) {
        return new Path(folder, file.path().replace(".parquet", ".jsonl.zst"));
    }

    /** Writes one file, which gets its name when it is complete. */
    long file(Path shard, Path target, Configuration hadoop) throws IOException {
        Storage storage = Storage.of(target, hadoop);
        storage.mkdirs(target.getParent());
        Path written = storage.isAtomic() ? target : new Path(target.getParent(), "." + target.getName() + ".part");
        long lines;
        try (OutputStream out =
                        new ZstdOutputStream(target.getFileSystem(hadoop).create(written, true), level);
                PrintWriter text = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            TableExport export = TableExport.of(ShardTable.SCHEMA, columns, TextFormat.JSONL);
            lines = repeat
                    ? export.writeRepeated(shard, "repeats", hadoop, text)
                    : export.write(List.of(shard), hadoop, text);
        }
        if (!written.equals(target)) {
            storage.replace(written, target);
        }
        return lines;
    }
}
