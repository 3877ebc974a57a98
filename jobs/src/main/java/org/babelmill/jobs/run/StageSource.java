package org.babelmill.jobs.run;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.metrics.source.Source;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.babelmill.jobs.spark.LiveSums;

/**
 * What a stage has done so far, among Spark's own metrics: {@code bytes}, {@code documents} and {@code dropped} move while
 * tasks work; {@code records}, {@code kept}, {@code dropped.STAGE.RULE} and {@code language.TAG} when a split is done. While
 * a stage works, a split that was tried twice may count twice; at its end the numbers are those of its record.
 */
final class StageSource extends SparkListener implements Source {

    /** Prefixes of counters that are shown, with what they are called there. */
    private static final Map<String, String> SHOWN =
            Map.of("ledger/", "dropped.", "rule/", "dropped.", "language/", "language.");

    private final String name;
    private final SplitMeters meters;
    private final MetricRegistry registry = new MetricRegistry();

    StageSource(RunStage stage, SplitMeters meters, LiveSums live, long totalBytes) {
        this.name = "babelmill." + stage.label();
        this.meters = meters;
        gauge("bytes", () -> meters.bytes(live));
        gauge("bytes-total", () -> totalBytes);
        gauge("documents", () -> meters.documents(live));
        gauge("dropped", () -> meters.dropped(live));
        gauge("records", () -> meters.counts().get("records"));
        gauge("kept", () -> meters.counts().get("kept"));
    }

    /** Shows the metrics from now on, in the place of those of the same stage before. */
    void register(SparkContext spark) {
        spark.env().metricsSystem().getSourcesByName(name).foreach(old -> {
            spark.env().metricsSystem().removeSource(old);
            return null;
        });
        spark.env().metricsSystem().registerSource(this);
        spark.addSparkListener(this);
    }

    @Override
    public String sourceName() {
        return name;
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        refresh();
    }

    /** Adds a gauge for each rule and language that was not met before. */
    synchronized void refresh() {
        Counts counts = meters.counts();
        SHOWN.forEach((prefix, shown) -> counts.below(prefix).keySet().forEach(key -> {
            String metric = shown + key.replace('/', '.');
            if (!registry.getGauges().containsKey(metric)) {
                gauge(metric, () -> meters.counts().get(prefix + key));
            }
        }));
    }

    private void gauge(String metric, Gauge<Long> value) {
        registry.register(metric, value);
    }
}
