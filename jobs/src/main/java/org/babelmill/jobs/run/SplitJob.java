package org.babelmill.jobs.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.spark.LiveSums;
import org.babelmill.jobs.spark.StageProgress;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Does a stage split by split. A split that a record calls finished is not done again; each one that is done leaves a
 * record after its files are complete. A task that dies, or runs twice, leaves files that no record names; they are
 * deleted at the end.
 */
public final class SplitJob {

    private final JavaSparkContext spark;
    private final RunDirectory directory;
    private final RunStage stage;
    private final String work;

    /**
     * A job for a stage.
     *
     * @param work what a split's files follow from besides the split
     */
    public SplitJob(JavaSparkContext spark, RunDirectory directory, RunStage stage, String work) {
        this.spark = spark;
        this.directory = directory;
        this.stage = stage;
        this.work = work;
    }

    /**
     * What all splits together counted.
     *
     * @param counts counters
     * @param costNanos CPU nanoseconds by part, as counters
     */
    public record Result(Counts counts, Counts costNanos) implements Serializable {

        /** Nothing counted. */
        public static Result empty() {
            return new Result(new Counts(), new Counts());
        }

        /** The sum of two; the first is changed and must not be used again. */
        public Result plus(Result other) {
            return new Result(counts.plus(other.counts), costNanos.plus(other.costNanos));
        }
    }

    /** Runs the work on every split that is not finished, and adds up all of them. */
    public Result run(List<InputSplit> splits, SplitWork todo, StageProgress.Console console) throws IOException {
        SplitRecords records = new SplitRecords(directory, stage, work);
        records.deleteOthers(splits);
        SplitMeters meters = new SplitMeters(spark);
        LiveSums live = new LiveSums();
        spark.sc().addSparkListener(live);
        long total = splits.stream().mapToLong(InputSplit::bytes).sum();
        StageSource source = new StageSource(stage, meters, live, total);
        source.register(spark.sc());
        SplitFiles files = SplitFiles.of(directory, stage, work);
        spark.setJobGroup(stage.label(), stage.label() + ": " + splits.size() + " splits", false);
        try (StageProgress progress = StageProgress.start(stage.label(), () -> meters.progress(live, total), console)) {
            Result result = placed(splits)
                    .map(split -> process(split, files, todo, meters))
                    .treeReduce(Result::plus, 2);
            live.end();
            meters.finish(result.counts(), total);
            source.refresh();
            deleteLeftovers(splits, records);
            return result;
        } finally {
            spark.clearJobGroup();
            spark.sc().removeSparkListener(live);
            spark.sc().removeSparkListener(source);
        }
    }

    private static Result process(InputSplit split, SplitFiles files, SplitWork todo, SplitMeters meters)
            throws IOException {
        Optional<Result> finished = files.finished(split);
        if (finished.isPresent()) {
            meters.bytes(split.bytes());
            meters.done(finished.get().counts());
            return finished.get();
        }
        Result result = files.write(split, task -> todo.process(split, task), meters);
        meters.done(result.counts());
        return result;
    }

    /** One partition a split, near its blocks where the storage says where they are. */
    private JavaRDD<InputSplit> placed(List<InputSplit> splits) throws IOException {
        List<Tuple2<InputSplit, scala.collection.immutable.Seq<String>>> located = new ArrayList<>();
        BlockHosts hosts = new BlockHosts(directory.hadoop());
        for (InputSplit split : splits) {
            located.add(new Tuple2<>(
                    split, CollectionConverters.asScala(hosts.of(split)).toList()));
        }
        return spark.sc()
                .makeRDD(CollectionConverters.asScala(located).toSeq(), ClassTag$.MODULE$.apply(InputSplit.class))
                .toJavaRDD();
    }

    private void deleteLeftovers(List<InputSplit> splits, SplitRecords records) throws IOException {
        // A writer that died leaves a temporary name here too, over which a copy of the folder would stumble. That of a
        // second attempt still at work may go as well: the split is finished, and nobody waits for the attempt.
        records.deleteOthers(splits);
        boolean none = true;
        for (String table : stage.folders()) {
            long files = directory.storage().files(directory.path(table)).stream()
                    .filter(f -> !f.getPath().getName().startsWith("_"))
                    .count();
            none &= files <= splits.size();
        }
        if (none) {
            return;
        }
        Set<String> named = new HashSet<>();
        for (InputSplit split : splits) {
            records.read(split).ifPresent(r -> r.files().forEach((table, file) -> named.add(table + "/" + file)));
        }
        for (String table : stage.folders()) {
            for (FileStatus file : directory.storage().files(directory.path(table))) {
                String name = file.getPath().getName();
                if (!name.startsWith("_") && !named.contains(table + "/" + name)) {
                    directory.storage().delete(file.getPath());
                }
            }
        }
    }
}
