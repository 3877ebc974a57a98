package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * What a stage works with.
 *
 * @param session Spark
 * @param directory where the run's tables are
 * @param settings the settings as a tree, for fingerprints and reports
 * @param configuration the same settings, bound
 * @param splits the input, cut
 * @param plan fingerprints of all stages
 * @param console where progress goes
 */
public record RunContext(
        SparkSession session,
        RunDirectory directory,
        ConfigurationTree settings,
        RunConfiguration configuration,
        List<InputSplit> splits,
        RunPlan plan,
        Console console) {

    /** Spark's context. */
    public JavaSparkContext spark() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    /** The records of a stage's finished splits. */
    public SplitRecords records(RunStage stage) {
        return new SplitRecords(directory, stage, plan.step(stage).work());
    }

    /**
     * What follows from a stage is out of date from the moment it is done again. Its own finished splits stay; those of
     * later stages go, since the same settings may find other records put aside.
     *
     * @param stages of the run, of which each follows from the one before
     */
    public void forgetFrom(RunStage stage, List<RunStage> stages) throws IOException {
        for (RunStage later : stages) {
            if (later.compareTo(stage) >= 0) {
                directory.forget(later);
            }
            if (later.compareTo(stage) > 0) {
                records(later).deleteAll();
            }
        }
    }

    /** Writes single splits' files of a stage. */
    public SplitFiles splitFiles(RunStage stage) {
        return SplitFiles.of(directory, stage, plan.step(stage).work());
    }

    /** A job over all splits for a stage. */
    public SplitJob job(RunStage stage) {
        return new SplitJob(spark(), directory, stage, plan.step(stage).work());
    }

    /** The record of a stage that a job has finished. */
    public StageRecord record(RunStage stage, SplitJob.Result result) {
        Map<String, Double> cost = new TreeMap<>();
        result.costNanos().toMap().forEach((part, nanos) -> cost.put(part, nanos / 1e6));
        RunPlan.Step step = plan.step(stage);
        return new StageRecord(
                stage, step.fingerprint(), step.work(), result.counts().toMap(), cost, 0);
    }
}
