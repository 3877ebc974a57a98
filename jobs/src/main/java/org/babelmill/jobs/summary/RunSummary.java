package org.babelmill.jobs.summary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;

/** The end of a run for programs: the funnel, the costs and the alarms as one JSON object. */
public final class RunSummary {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private RunSummary() {}

    /**
     * The object, with {@code directory}, the paths {@code shards}, {@code card} and {@code report} where they are
     * finished, {@code alarms}, {@code records}, {@code kept}, {@code damage}, {@code steps} (stage, dropped, left, rules)
     * and {@code cost_cpu_ms} (CPU milliseconds by stage and part).
     *
     * @param alarms what tripped
     */
    public static String json(RunDirectory directory, List<String> alarms) throws IOException {
        Map<RunStage, StageRecord> done = new TreeMap<>();
        for (RunStage stage : RunStage.values()) {
            Optional<StageRecord> record = directory.stage(stage);
            if (record.isPresent()) {
                done.put(stage, record.get());
            }
        }
        Funnel funnel = new Funnel(counts(done, RunStage.DOCUMENTS), counts(done, RunStage.DECIDE));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("directory", directory.shown());
        if (done.containsKey(RunStage.SHARD)) {
            summary.put("shards", directory.shown("shards"));
            summary.put("card", directory.shown("shards/README.md"));
        }
        if (done.containsKey(RunStage.REPORT)) {
            summary.put("report", directory.shown("report.html"));
        }
        summary.put("alarms", alarms);
        summary.put("records", funnel.records());
        summary.put("kept", funnel.kept());
        summary.put("damage", funnel.damage());
        summary.put("steps", steps(funnel));
        Map<String, Object> cost = new LinkedHashMap<>();
        done.forEach((stage, record) -> cost.put(stage.label(), new TreeMap<>(record.cost())));
        summary.put("cost_cpu_ms", cost);
        return JSON.writeValueAsString(summary);
    }

    private static List<Map<String, Object>> steps(Funnel funnel) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Funnel.Step step : funnel.steps()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("stage", step.stage());
            entry.put("dropped", step.dropped());
            entry.put("left", step.left());
            entry.put("rules", step.rules());
            steps.add(entry);
        }
        return steps;
    }

    private static Counts counts(Map<RunStage, StageRecord> done, RunStage stage) {
        return done.containsKey(stage) ? Counts.of(done.get(stage).counts()) : new Counts();
    }
}
