package org.babelmill.jobs.report;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;

/** The report on a run that a test wrote. */
public final class FixtureReport {

    private FixtureReport() {}

    /** Spark on one core. */
    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[1]")
                .appName("report")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    /** The report as HTML, with one setting that is not its default. */
    public static String html(SparkSession spark, RunDirectory directory) throws IOException {
        ConfigurationTree settings = ConfigurationLoader.defaults().set("dedup.mode=fineweb");
        RunContext context = new RunContext(
                spark,
                directory,
                settings,
                ConfigurationLoader.bind(settings),
                List.of(),
                RunPlan.of(directory, RunStage.CORPUS, settings, "input"),
                Console.on(new PrintStream(PrintStream.nullOutputStream()), false, true));
        Map<RunStage, StageRecord> stages = new EnumMap<>(RunStage.class);
        for (RunStage stage : RunStage.CORPUS) {
            directory.stage(stage).ifPresent(record -> stages.put(stage, record));
        }
        return new RunReport(context).make(stages).html();
    }
}
