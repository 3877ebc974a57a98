package org.babelmill.bench.dedup;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.jobs.dedup.BandRecords;
import org.babelmill.jobs.dedup.DedupView;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.spark.TaskCosts;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * What the exchange of band records costs where partitions are many: one task's documents, none like another, go to so
 * many partitions. What decides is how many records of one task share a block: 14 x documents / partitions. A snapshot of
 * 2.5 billion documents in 20,000 tasks and 20,000 partitions has 87, as 20,000 documents and 3,200 partitions have.
 *
 * <p>Arguments: documents, partitions, settings of dedup as a YAML flow mapping such as {@code {mode: fineweb}}.
 */
public final class ShuffleBytes {

    private ShuffleBytes() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        int documents = Integer.parseInt(arguments[0]);
        int partitions = Integer.parseInt(arguments[1]);
        DedupSettings settings = ConfigurationLoader.bind(
                        ConfigurationLoader.defaults().overlay("argument", "dedup: " + arguments[2]))
                .dedup();
        try (SparkSession spark = Sessions.open("shuffle", Optional.of("local[1]"))) {
            TaskCosts costs = new TaskCosts();
            spark.sparkContext().addSparkListener(costs);
            spark.sparkContext().setJobGroup("bands", "", false);
            int sketch = SignatureScheme.of(settings).sketches().size();
            var rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(Arrays.asList(1), 1)
                    .flatMap(one -> rows(documents, settings.bands(), sketch));
            ForeachPartitionFunction<Row> drain = sorted -> sorted.forEachRemaining(row -> {});
            BandRecords.sort(BandRecords.of(spark.createDataFrame(rows, DedupView.SCHEMA), settings), partitions)
                    .foreachPartition(drain);
            spark.sparkContext().clearJobGroup();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d documents, %,d partitions, %d records a block: %d bytes a document shuffled, tasks %.1f s%n",
                    arguments[2],
                    documents,
                    partitions,
                    (long) documents * settings.bands() / partitions,
                    costs.shuffleBytes("bands") / documents,
                    costs.total("bands") / 1000);
        }
    }

    /** Documents of random bits, which is what hashes and sketches are. */
    private static Iterator<Row> rows(int documents, int bands, int sketch) {
        Random random = new Random(1);
        return IntStream.range(0, documents)
                .mapToObj(i -> {
                    byte[] bits = new byte[sketch];
                    random.nextBytes(bits);
                    return RowFactory.create(
                            (long) i,
                            "d" + i,
                            "eng_Latn",
                            random.nextLong(),
                            random.nextLong(),
                            0L,
                            0L,
                            random.longs(bands).toArray(),
                            bits,
                            new byte[0],
                            1000,
                            null,
                            "",
                            0,
                            "",
                            "");
                })
                .iterator();
    }
}
