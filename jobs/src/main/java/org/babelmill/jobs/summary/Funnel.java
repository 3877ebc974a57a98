package org.babelmill.jobs.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.babelmill.jobs.run.Counts;
import org.babelmill.pipeline.decision.Stage;

/** How many records came in, and what became of them, stage by stage. */
public final class Funnel {

    private final Counts read;
    private final Counts decided;

    /**
     * A funnel.
     *
     * @param read what the documents stage counted
     * @param decided what the decisions stage counted
     */
    public Funnel(Counts read, Counts decided) {
        this.read = read;
        this.decided = decided;
    }

    /**
     * A step.
     *
     * @param stage that drops
     * @param dropped records or documents that end here
     * @param left how many go on
     * @param rules how many documents each rule stopped first or failed, largest first
     */
    public record Step(String stage, long dropped, long left, Map<String, Long> rules) {}

    /** Records that were read. */
    public long records() {
        return read.get("records");
    }

    /** Documents that were kept. */
    public long kept() {
        return decided.get("kept");
    }

    /** Stretches of bytes that are no records. */
    public long damage() {
        return read.get("damage");
    }

    /** The stages that dropped something, in order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        long left = records();
        for (Stage stage : Stage.values()) {
            long before = read.sum("ledger/" + stage.label() + "/") - (stage == Stage.READ ? damage() : 0);
            long after = decided.sum("outcome/" + stage.label() + "/");
            long dropped = before + after;
            if (dropped > 0) {
                left -= dropped;
                Counts rules = new Counts();
                read.below("ledger/" + stage.label() + "/").forEach(rules::add);
                decided.below("rule/" + stage.label() + "/").forEach(rules::add);
                steps.add(new Step(stage.label(), dropped, left, largestFirst(rules.toMap())));
            }
        }
        return steps;
    }

    private static Map<String, Long> largestFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** The funnel as text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(line("records", 0, records(), ""));
        for (Step step : steps()) {
            text.append(line(step.stage(), step.dropped(), step.left(), rules(step) + damage(step)));
        }
        text.append(line("kept", 0, kept(), ""));
        if (damage() > 0 && steps().stream().noneMatch(Funnel::reads)) {
            text.append(damaged()).append('\n');
        }
        return text.toString();
    }

    /** The rules of reading count damage between records too. */
    private String damage(Step step) {
        return damage() > 0 && reads(step) ? "; in these counts " + damaged() : "";
    }

    private static boolean reads(Step step) {
        return step.stage().equals(Stage.READ.label());
    }

    private String damaged() {
        return String.format(
                Locale.ROOT,
                "%,d damaged %s no record",
                damage(),
                damage() == 1 ? "stretch that is" : "stretches that are");
    }

    private static String rules(Step step) {
        StringBuilder text = new StringBuilder();
        step.rules().entrySet().stream()
                .limit(4)
                .forEach(e -> text.append(text.isEmpty() ? "" : ", ")
                        .append(String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue())));
        return text.append(step.rules().size() > 4 ? ", …" : "").toString();
    }

    private static String line(String stage, long dropped, long left, String rules) {
        return String.format(
                Locale.ROOT,
                "%-10s %10s %,10d  %s%n",
                stage,
                dropped == 0 ? "" : String.format(Locale.ROOT, "-%,d", dropped),
                left,
                rules);
    }
}
