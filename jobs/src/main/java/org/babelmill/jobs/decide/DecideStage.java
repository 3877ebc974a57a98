package org.babelmill.jobs.decide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.jobs.balance.CopyTable;
import org.babelmill.jobs.balance.Rehydration;
import org.babelmill.jobs.balance.Rehydration.SizeCount;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.pipeline.config.BalanceSettings;

/** Decides about every document, split by split, from signals and clusters alone. */
public final class DecideStage {

    private static final String SIZES = "sizes/";

    private final RunContext run;
    private final DecisionRules rules;

    /** A stage with the rules that the run's settings name. */
    public DecideStage(RunContext run) throws IOException {
        this.run = run;
        this.rules = DecisionRules.of(run);
    }

    /** Decides, and counts what was decided by language, stage and rule. */
    public StageRecord execute() throws IOException {
        TreeMap<String, CopyTable> copies = new TreeMap<>(copies());
        DecisionRules shared = rules;
        SplitJob.Result result = run.job(RunStage.DECIDE)
                .run(
                        run.splits(),
                        (split, task) -> new SplitDecisions(shared, copies).write(split, task),
                        run.console());
        return run.record(RunStage.DECIDE, result);
    }

    /** Copies by language; the empty name stands for all others. */
    private Map<String, CopyTable> copies() {
        BalanceSettings settings = run.configuration().balance();
        return switch (settings.rehydration()) {
            case NONE -> Map.of("", CopyTable.single());
            case TABLE -> Map.of("", CopyTable.fineweb2());
            case COMPUTED -> computed(settings.maxRepetitions());
        };
    }

    /** A first pass that only counts: what the filters do to each cluster size of each language. */
    private Map<String, CopyTable> computed(int maxCopies) {
        DecisionRules shared = rules;
        SerializableConfiguration hadoop =
                new SerializableConfiguration(run.directory().hadoop());
        String root = run.directory().root().toString();
        JavaRDD<InputSplit> splits =
                run.spark().parallelize(run.splits(), Math.max(1, run.splits().size()));
        Counts counts = splits.map(split -> {
                    Counts found = new Counts();
                    RunDirectory directory = RunDirectory.at(root, hadoop.value());
                    new SplitDecisions(shared, Map.of("", CopyTable.single()))
                            .countSizes(split, directory, found, SIZES);
                    return found;
                })
                .treeReduce(Counts::plus, 2);
        Map<String, TreeMap<Long, long[]>> byLanguage = new TreeMap<>();
        counts.below(SIZES).forEach((name, number) -> {
            String[] parts = name.split("/");
            byLanguage.computeIfAbsent(parts[0], l -> new TreeMap<>())
                    .computeIfAbsent(Long.parseLong(parts[1]), s -> new long[2])[parts[2].equals("kept") ? 0 : 1] += number;
        });
        Map<String, CopyTable> tables = new TreeMap<>(Map.of("", CopyTable.single()));
        byLanguage.forEach((language, sizes) -> tables.put(language, Rehydration.table(points(sizes), maxCopies)));
        return tables;
    }

    private static List<SizeCount> points(Map<Long, long[]> sizes) {
        List<SizeCount> points = new ArrayList<>();
        sizes.forEach((size, keptAndRemoved) ->
                points.add(new SizeCount(size, keptAndRemoved[0] + keptAndRemoved[1], keptAndRemoved[1])));
        return points;
    }
}
