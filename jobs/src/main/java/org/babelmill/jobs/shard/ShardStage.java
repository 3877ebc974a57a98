package org.babelmill.jobs.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitRecords;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.ShardSettings;

/** Writes the published files: plans them from the decisions' counts, then shuffles the text once. */
public final class ShardStage {

    /** Columns by which takedowns look for documents. */
    public static final List<String> BLOOM_COLUMNS = List.of("id", "url");

    private final RunContext run;
    private final Path root;

    public ShardStage(RunContext run) {
        this.run = run;
        this.root = run.directory().path("shards");
    }

    /**
     * Writes all files, over older ones.
     *
     * @param decided what the decisions stage counted
     * @return the files, in the order of their paths
     */
    public List<ShardEntry> execute(Counts decided) throws IOException {
        run.directory().storage().delete(root);
        ShardSettings settings = run.configuration().shards();
        Publication publication = publication(decided, settings);
        ShardPlan plan = new ShardPlan(
                new ShardSizes(publication).parts(decided),
                settings.targetSize().bytes(),
                run.configuration().seed());
        if (plan.shards().isEmpty()) {
            run.directory().storage().mkdirs(root);
            return List.of();
        }
        run.spark().setJobGroup("shard", "shard: " + plan.shards().size() + " files", false);
        try {
            List<ShardEntry> entries = new ArrayList<>(new ShardWriting(
                            root.toString(), settings.rowGroupSize().bytes(), settings.compressionLevel())
                    .write(rows(plan, publication), plan, run.directory().hadoop()));
            entries.sort(Comparator.comparing(ShardEntry::path));
            return entries;
        } finally {
            run.spark().clearJobGroup();
        }
    }

    private Publication publication(Counts decided, ShardSettings settings) throws IOException {
        Map<String, Double> shares = new TreeMap<>();
        decided.below("outcome/kept/")
                .forEach((language, documents) -> shares.put(
                        language, Math.min(settings.testShare(), (double) settings.testDocuments() / documents)));
        return new Publication(
                settings.removed(),
                run.configuration().privacy(),
                new TestSplit(shares, run.configuration().seed()),
                settings.copies() == ShardSettings.Copies.MATERIALISED,
                Tombstones.of(run.directory()),
                settings.tokenizer());
    }

    private JavaPairRDD<ShardSlot, byte[]> rows(ShardPlan plan, Publication published) {
        Broadcast<ShardPlan> shared = run.spark().broadcast(plan);
        SerializableConfiguration hadoop =
                new SerializableConfiguration(run.directory().hadoop());
        String directory = run.directory().root().toString();
        String documents = run.plan().step(RunStage.DOCUMENTS).work();
        String decisions = run.plan().step(RunStage.DECIDE).work();
        return run.spark()
                .parallelize(run.splits(), Math.max(1, run.splits().size()))
                .flatMapToPair(split -> {
                    RunDirectory at = RunDirectory.at(directory, hadoop.value());
                    SplitRecords made = new SplitRecords(at, RunStage.DOCUMENTS, documents);
                    SplitShardRows rows = SplitShardRows.open(
                            new SplitShardRows.Files(
                                    made.file(split, "documents"),
                                    made.file(split, "signals"),
                                    new SplitRecords(at, RunStage.DECIDE, decisions).file(split, "decisions")),
                            shared.value(),
                            published,
                            hadoop.value());
                    TaskContext.get().addTaskCompletionListener(new CloseAtEnd(rows));
                    return rows;
                });
    }

    /** Closes a split's files when its task ends, however it ends. */
    private record CloseAtEnd(SplitShardRows rows) implements TaskCompletionListener {

        @Override
        public void onTaskCompletion(TaskContext context) {
            try {
                rows.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
