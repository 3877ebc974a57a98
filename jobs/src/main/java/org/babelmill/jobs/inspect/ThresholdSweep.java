package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.babelmill.jobs.inspect.WhatIfResult.Amount;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.signal.Signal;

/**
 * What {@link WhatIf} would answer for each of many thresholds of one rule, from one pass over the signals: a slider's
 * stops, so that moving it reads nothing. Takes a few kilobytes for each language, however many documents there are.
 */
public final class ThresholdSweep {

    /** Comparisons under which a document that fails at some threshold fails at all beyond it. */
    private static final Set<Comparison> ORDERED =
            Set.of(Comparison.BELOW, Comparison.AT_MOST, Comparison.ABOVE, Comparison.AT_LEAST);

    private static final List<String> FIXED = List.of("language", "dump");

    private final SweepCounts counts;
    private final boolean failsBeyond;

    private ThresholdSweep(SweepCounts counts, boolean failsBeyond) {
        this.counts = counts;
        this.failsBeyond = failsBeyond;
    }

    /** Whether a rule's documents can be counted this way: it compares by order, not for equality. */
    public static boolean answersFor(FilterRule rule) {
        return ORDERED.contains(rule.drop());
    }

    /**
     * Counts.
     *
     * @param rule a rule of the run's plan that this {@link #answersFor answers for}
     * @param thresholds what to try, ascending; each is the same for all languages
     */
    public static ThresholdSweep of(RunView run, FilterRule rule, double[] thresholds) throws IOException {
        boolean failsBeyond = rule.drop() == Comparison.BELOW || rule.drop() == Comparison.AT_MOST;
        SweepCounts counts = run.read(
                        part -> new Pass(run, rule, thresholds, failsBeyond).read(part), SweepCounts::plus)
                .orElse(new SweepCounts(WhatIf.name(rule), thresholds.length));
        return new ThresholdSweep(counts, failsBeyond);
    }

    /** The run as it is: nothing changes. */
    public WhatIfResult unchanged() {
        WhatIfResult result = new WhatIfResult(new TreeMap<>(), new TreeMap<>());
        counts.before(result);
        counts.asBefore(result);
        return result;
    }

    /**
     * What one of the thresholds would do. Of the rules only the one asked about is in the answer.
     *
     * @param threshold its place among those tried
     */
    public WhatIfResult at(int threshold) {
        WhatIfResult result = new WhatIfResult(new TreeMap<>(), new TreeMap<>());
        counts.before(result);
        counts.after(result, threshold, failsBeyond);
        return result;
    }

    /** Goes through one split. */
    private static final class Pass {

        private final RunView run;
        private final FilterRule rule;
        private final BoundRule[] tried;
        private final boolean failsBeyond;
        private final List<Signal> wanted = new ArrayList<>();
        private final Map<String, LanguageTag> tags = new HashMap<>();
        private final SweepCounts counts;

        Pass(RunView run, FilterRule rule, double[] thresholds, boolean failsBeyond) {
            this.run = run;
            this.rule = rule;
            this.failsBeyond = failsBeyond;
            this.tried = new BoundRule[thresholds.length];
            for (int i = 0; i < tried.length; i++) {
                tried[i] = new BoundRule(rule, thresholds[i]);
            }
            wanted.add(rule.signal());
            rule.unless().ifPresent(excuse -> wanted.add(excuse.signal()));
            this.counts = new SweepCounts(WhatIf.name(rule), thresholds.length);
        }

        SweepCounts read(Part part) throws IOException {
            List<String> columns = new ArrayList<>(FIXED);
            wanted.forEach(signal -> columns.add(signal.column()));
            try (TableReader signals = TableReader.open(
                            TableReader.project(
                                    SignalsTable.SCHEMA,
                                    columns.stream().distinct().toList()),
                            part.file("signals"),
                            run.hadoop());
                    TableReader decisions = TableReader.open(WhatIf.DECISIONS, part.file("decisions"), run.hadoop())) {
                for (Object[] row = signals.next(); row != null; row = signals.next()) {
                    count(row, decisions.next());
                }
            }
            return counts;
        }

        private void count(Object[] signals, Object[] decision) {
            boolean failed = false;
            boolean otherwise = false;
            for (Object element : (List<?>) decision[2]) {
                Object[] reason = (Object[]) element;
                boolean ours = reason[1].equals(rule.name())
                        && reason[0].equals(rule.stage().label());
                failed |= ours;
                otherwise |= !ours;
            }
            Amount amount = new Amount(1, (Long) decision[3], (Long) decision[4]);
            counts.before((String) decision[0], (Boolean) decision[1], failed, amount);
            counts.after((String) signals[0], !otherwise, turn(signals), amount);
        }

        /** The first threshold at which the document's fate differs from the one before; their number when none does. */
        private int turn(Object[] signals) {
            LanguageTag tag = tags.computeIfAbsent((String) signals[0], LanguageTag::parse);
            boolean applies = tag.isDetermined() && rule.scope().contains(tag, (String) signals[1]);
            int low = 0;
            int high = tried.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean fails = applies && tried[middle].fails(signal -> value(signals, signal));
                if (fails == failsBeyond) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private double value(Object[] signals, Signal signal) {
            Object value = signals[signal == rule.signal() ? FIXED.size() : signals.length - 1];
            return value == null ? Double.NaN : (Double) value;
        }
    }
}
