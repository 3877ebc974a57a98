package org.babelmill.jobs.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;

/**
 * What the run cost, by part of the work: CPU time of Spark's tasks. Garbage collection, compilation and the driver are
 * not in it; {@code process} is, for a run on one machine, everything its Java process used.
 */
public final class CostTable {

    /** Key in a stage's costs for the CPU time of all its tasks. */
    public static final String TASKS = "tasks";

    private final Map<RunStage, StageRecord> stages;
    private final long records;
    private final long documents;

    /** Costs of finished stages. */
    public CostTable(Map<RunStage, StageRecord> stages) {
        this.stages = stages;
        this.records = stages.get(RunStage.DOCUMENTS).count("records");
        this.documents = stages.get(RunStage.DOCUMENTS).count("documents");
    }

    /**
     * A line.
     *
     * @param part of the work
     * @param cpuMillis CPU time
     * @param share of the whole, 0 to 1
     * @param perThousand CPU milliseconds for a thousand records that were read, whatever became of them
     */
    public record Line(String part, double cpuMillis, double share, double perThousand) {}

    /** All parts, in the order of the work. */
    public List<Line> lines() {
        Map<String, Double> parts = new LinkedHashMap<>();
        stages.forEach((stage, record) -> {
            double rest = record.cost().getOrDefault(TASKS, 0.0);
            for (Map.Entry<String, Double> part : new TreeMap<>(record.cost()).entrySet()) {
                if (!part.getKey().equals(TASKS)) {
                    parts.put(stage.label() + ": " + part.getKey(), part.getValue());
                    rest -= part.getValue();
                }
            }
            parts.put(record.cost().size() > 1 ? stage.label() + ": other" : stage.label(), Math.max(0, rest));
        });
        double total = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Line> lines = new ArrayList<>();
        parts.forEach((part, millis) -> lines.add(line(part, millis, total)));
        lines.add(line("all", total, total));
        return lines;
    }

    private Line line(String part, double millis, double total) {
        return new Line(part, millis, total == 0 ? 0 : millis / total, records == 0 ? 0 : 1000 * millis / records);
    }

    /** The table as text. */
    public String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-24s %12s %8s %22s%n", "cost", "CPU ms", "share", "ms per 1,000 records"));
        for (Line line : lines()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %,12.0f %7.1f%% %,22.1f%n",
                    line.part(),
                    line.cpuMillis(),
                    100 * line.share(),
                    line.perThousand()));
        }
        text.append("of Spark's tasks; the start of Java, compiling and garbage collection come on top\n");
        StageRecord dedup = stages.get(RunStage.DEDUP);
        if (dedup != null && documents > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "finding duplicates shuffled %,d bytes a document%n",
                    dedup.shuffleBytes() / documents));
        }
        return text.toString();
    }
}
