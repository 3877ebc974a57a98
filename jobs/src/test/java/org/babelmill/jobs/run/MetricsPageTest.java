package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who asks Spark's pages for metrics is told while a stage works. */
class MetricsPageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> SETTINGS =
            Map.of("spark.ui.enabled", "true", "spark.ui.port", "0", "spark.metrics.namespace", "babelmill");

    @TempDir
    private Path folder;

    @Test
    void aStageAtWorkIsOnThePagesThatPrometheusReads() throws Exception {
        SparkSessionExtension.stop();
        SETTINGS.forEach(System::setProperty);
        try (SparkSession session = Sessions.open("pages", Optional.of("local[1]"))) {
            String pages = session.sparkContext().uiWebUrl().get();
            Path read = folder.resolve("read");
            CompletableFuture<SplitJob.Result> stage = CompletableFuture.supplyAsync(() -> stage(session, read));

            // On one core the second split begins when the first is done, and waits until the page was read.
            String page = awaited(stage, pages + "/metrics/prometheus/", "babelmill_documents_language_deu_Latn_Value");
            String executors = get(pages + "/metrics/executors/prometheus").body();
            assertThat(stage).isNotDone();
            Files.createFile(read);

            assertThat(stage.get().counts().get("documents")).isEqualTo(4);
            String metric = "metrics_babelmill_driver_babelmill_documents_";
            String gauge = "_Value{type=\"gauges\"} ";
            assertThat(page.lines())
                    .contains(
                            metric + "bytes" + gauge + "10",
                            metric + "bytes_total" + gauge + "30",
                            metric + "documents" + gauge + "2",
                            metric + "dropped" + gauge + "1",
                            metric + "records" + gauge + "3",
                            metric + "dropped_select_http_status" + gauge + "1",
                            metric + "language_deu_Latn" + gauge + "2");
            assertThat(executors).contains("metrics_executor_totalTasks_total");
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
        }
    }

    private SplitJob.Result stage(SparkSession session, Path read) {
        String wait = read.toString();
        SplitWork work = (split, task) -> {
            if (split.index() > 0) {
                await(Path.of(wait));
            }
            task.meter().bytes(split.bytes());
            task.meter().documents(2);
            task.meter().dropped(1);
            task.counts().add("records", 3);
            task.counts().add("documents", 2);
            task.counts().add("ledger/select/http-status", 1);
            task.counts().add("language/deu_Latn", 2);
        };
        try {
            RunDirectory directory = RunDirectory.at(folder.resolve("out").toString(), new Configuration());
            return new SplitJob(
                            JavaSparkContext.fromSparkContext(session.sparkContext()),
                            directory,
                            RunStage.DOCUMENTS,
                            "0123456789abcdef0123456789abcdef")
                    .run(List.of(split(0, 10), split(1, 20)), work, StageProgress.Console.on(System.err, false, true));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private InputSplit split(int index, long bytes) {
        InputFile file = new InputFile(
                index,
                index + ".warc.gz",
                folder.resolve(index + ".warc.gz").toUri().toString(),
                InputKind.ARCHIVE,
                bytes,
                0);
        return new InputSplit(index, List.of(new InputSplit.Range(file, 0, bytes)));
    }

    private static String awaited(CompletableFuture<?> stage, String page, String metric)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = get(page);
        while (!answer.body().contains(metric)) {
            assertThat(stage.isDone() || System.nanoTime() > end)
                    .as("%s without %s: %d%n%s", page, metric, answer.statusCode(), answer.body())
                    .isFalse();
            Thread.sleep(50);
            answer = get(page);
        }
        return answer.body();
    }

    private static HttpResponse<String> get(String page) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(Path file) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!Files.exists(file)) {
                if (System.nanoTime() > end) {
                    throw new IOException("nobody read the page");
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", e);
        }
    }
}
