package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Gauge;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.metrics.source.Source;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.spark.LiveSums;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkSessionExtension.class)
class StageSourceTest {

    private static Map<String, Object> metrics(SparkContext spark) {
        List<Source> sources =
                CollectionConverters.asJava(spark.env().metricsSystem().getSourcesByName("babelmill.documents"));
        assertThat(sources).hasSize(1);
        Map<String, Object> values = new TreeMap<>();
        sources.get(0).metricRegistry().getGauges().forEach((name, gauge) -> values.put(name, value(gauge)));
        return values;
    }

    private static Object value(Gauge<?> gauge) {
        return gauge.getValue();
    }

    @Test
    void what_tasks_counted_stands_among_sparks_metrics(SparkSession session) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        LiveSums live = new LiveSums();
        new StageSource(RunStage.DOCUMENTS, new SplitMeters(spark), live, 1).register(spark.sc());
        SplitMeters meters = new SplitMeters(spark);
        StageSource source = new StageSource(RunStage.DOCUMENTS, meters, live, 300);
        source.register(spark.sc());

        spark.parallelize(List.of(1, 2, 3), 3).foreach(split -> {
            meters.bytes(100);
            meters.documents(2);
            meters.dropped(1);
            meters.done(Counts.of(
                    Map.of("records", 3L, "documents", 2L, "ledger/select/http-status", 1L, "language/deu_Latn", 2L)));
        });
        source.refresh();

        Map<String, Object> metrics = metrics(spark.sc());
        assertThat(metrics)
                .containsEntry("bytes", 300L)
                .containsEntry("bytes-total", 300L)
                .containsEntry("documents", 6L)
                .containsEntry("dropped", 3L)
                .containsEntry("records", 9L)
                .containsEntry("dropped.select.http-status", 3L)
                .containsEntry("language.deu_Latn", 6L);

        meters.finish(Counts.of(Map.of("records", 8L, "documents", 5L, "language/deu_Latn", 5L)), 300);
        assertThat(metrics(spark.sc()))
                .containsEntry("records", 8L)
                .containsEntry("documents", 5L)
                .containsEntry("language.deu_Latn", 5L);
    }
}
