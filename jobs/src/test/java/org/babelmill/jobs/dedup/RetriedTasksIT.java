package org.babelmill.jobs.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.hash.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every task that reads documents, or that reads the exchange of band records, fails at its first attempt, when it has
 * given some of its rows away already.
 */
@Tag("acceptance")
class RetriedTasksIT {

    private static final DedupSettings SETTINGS = Documents.settings("{mode: verified}");
    private static final int PARTITIONS = 3;

    @TempDir
    private Path folder;

    @Test
    void tasksThatFailAndAreTriedAgainChangeNoRow() throws IOException {
        // The session of other tests allows no second attempt; whoever needs it next opens another.
        ((SparkSession) new SparkSessionExtension().resolveParameter(null, null)).stop();
        try (SparkSession spark = SparkSession.builder()
                .master("local[2,3]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.codegen.wholeStage", "false")
                .getOrCreate()) {
            AtomicLong failed = new AtomicLong();
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                    failed.addAndGet(end.taskInfo().failed() ? 1 : 0);
                }
            });
            Dataset<Row> documents = documents(spark).repartition(6);
            String undisturbed = digest(documents);
            assertThat(failed).hasValue(0);

            MapPartitionsFunction<Row, Row> fail = rows -> new Failing(rows);
            Dataset<Row> failing = documents.mapPartitions(fail, Encoders.row(DedupView.SCHEMA));

            assertThat(digest(failing)).isEqualTo(undisturbed);
            assertThat(failed).hasValueGreaterThanOrEqualTo(6);

            failed.set(0);
            assertThat(digest(job(documents).links(failingLinks(documents)))).isEqualTo(undisturbed);
            assertThat(failed).hasValueGreaterThanOrEqualTo(PARTITIONS);
        }
    }

    private static Dataset<Row> failingLinks(Dataset<Row> documents) {
        MapPartitionsFunction<Row, Row> link = rows -> BucketLinks.link(BandCursor.of(new Failing(rows)), SETTINGS);
        return BandRecords.sort(BandRecords.of(documents, SETTINGS), PARTITIONS)
                .mapPartitions(link, Encoders.row(DedupJob.LINKS));
    }

    private static Dataset<Row> documents(SparkSession spark) {
        Documents documents = new Documents(SETTINGS);
        for (int family = 0; family < 30; family++) {
            for (int member = 0; member < 4; member++) {
                String address = "page" + family + member / 2;
                String day = "2024-01-0" + (1 + member);
                documents.add(
                        "d" + family + "-" + member,
                        Texts.edited(family, 150, member),
                        facts -> facts.capture(address, day, "A"));
            }
        }
        return documents.in(spark);
    }

    private String digest(Dataset<Row> documents) {
        return digest(job(documents));
    }

    private DedupJob job(Dataset<Row> documents) {
        return new DedupJob(documents, SETTINGS)
                .workFolder(folder.resolve("work").toString())
                .partitions(PARTITIONS);
    }

    private static String digest(DedupJob job) {
        try (DedupResult result = job.execute()) {
            List<Row> rows = result.clusters().collectAsList();
            assertThat(rows).hasSize(120);
            return Sha256.hex(rows.stream()
                    .sorted(Comparator.comparingLong(row -> row.getLong(0)))
                    .toList()
                    .toString());
        }
    }

    /** Fails behind the tenth row of a first attempt. */
    private static final class Failing implements Iterator<Row> {

        private final Iterator<Row> rows;
        private int given;

        Failing(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            if (given++ == 10 && TaskContext.get().attemptNumber() == 0) {
                throw new IllegalStateException("the first attempt of a task, which is to fail");
            }
            return rows.next();
        }
    }
}
