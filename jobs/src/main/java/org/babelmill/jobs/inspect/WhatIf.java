package org.babelmill.jobs.inspect;

import static org.babelmill.jobs.table.ColumnType.Scalar.BOOLEAN;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.decide.DecisionSettings;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.CloseGroups;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.BoundPlan;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.signal.Signal;

/**
 * Decides again with other settings, from the signals alone, and counts what would change; writes nothing. The quality
 * rules and the language threshold can be changed; what other settings do follows from text and is not in the signals.
 */
public final class WhatIf {

    private static final List<String> ANSWERED =
            List.of("quality.profile", "quality.rules", "quality.without", "language.threshold", "language.thresholds");
    private static final List<String> FIXED = List.of("language", "best_language", "language_score", "dump");

    /** What was decided, without the reasons' figures. */
    static final TableSchema DECISIONS = new TableSchema(
            "decisions",
            1,
            List.of(
                    Column.of("language", STRING, "Language and script."),
                    Column.of("keep", BOOLEAN, "Whether it was kept."),
                    Column.of(
                            "reasons",
                            new ColumnType.ListOf(ColumnType.Struct.of(
                                    Column.of("stage", STRING, "Stage of the rule."),
                                    Column.of("rule", STRING, "Name of the rule."))),
                            "Rules it failed."),
                    Column.of("words", LONG, "Words of the text."),
                    Column.of("text_bytes", LONG, "UTF-8 bytes of the text.")));

    private final RunView run;

    /** Questions about a run. */
    public WhatIf(RunView run) {
        this.run = run;
    }

    /**
     * What would become of the run.
     *
     * @param settings the run's settings with changes
     * @throws UserError when a setting was changed whose effect signals do not tell
     */
    public WhatIfResult ask(ConfigurationTree settings) throws IOException {
        for (String key : settings.differences(run.settings()).keySet()) {
            if (ANSWERED.stream().noneMatch(k -> key.equals(k) || key.startsWith(k + "."))) {
                throw new UserError(
                        "--set " + key + ": what it changes cannot be told from signals; what-if answers for "
                                + String.join(", ", ANSWERED) + "; for others give babelmill run another folder");
            }
        }
        DecisionRules rules = DecisionRules.of(ConfigurationLoader.bind(settings), run.hadoop());
        DecisionRules earlier = run.rules();
        Labels labels = new Labels(earlier.settings(), rules.settings());
        FilterPlan plan = rules.plan();
        Set<FilterRule> same =
                new HashSet<>(labels.change() ? List.of() : earlier.plan().rules());
        same.retainAll(plan.rules());
        Set<String> again = earlier.plan().rules().stream()
                .filter(rule -> !same.contains(rule))
                .map(WhatIf::name)
                .collect(Collectors.toSet());
        FilterPlan changed = new FilterPlan(
                plan.name(),
                plan.description(),
                plan.rules().stream().filter(rule -> !same.contains(rule)).toList());
        return run.read(part -> new Pass(labels, again, changed, rules.profiles()).read(part), WhatIfResult::plus)
                .orElse(new WhatIfResult(new TreeMap<>(), new TreeMap<>()));
    }

    /** A rule as reasons are counted: stage and name. */
    static String name(FilterRule rule) {
        return rule.stage().label() + "/" + rule.name();
    }

    /**
     * The label of a document under other thresholds.
     *
     * @param before thresholds of the run
     * @param after the ones asked for
     */
    private record Labels(DecisionSettings before, DecisionSettings after) {

        boolean change() {
            return before.languageThreshold() != after.languageThreshold()
                    || !before.languageThresholds().equals(after.languageThresholds());
        }

        /** By the first columns of a row; where thresholds change, its last holds the candidates. */
        LanguageTag label(Object[] signals) {
            LanguageTag label = LanguageTag.parse((String) signals[0]);
            LanguageTag best = LanguageTag.parse((String) signals[1]);
            double threshold = after.languageThreshold(best);
            if (label.equals(LanguageTag.NONE) || threshold == before.languageThreshold(best)) {
                return label;
            }
            boolean sure = (Double) signals[2] >= threshold
                    || CloseGroups.probability(best, candidates((List<?>) signals[signals.length - 1])) >= threshold;
            return sure ? best : label.isDetermined() ? LanguageTag.undetermined(label.script()) : label;
        }

        private static List<Candidate> candidates(List<?> column) {
            return column.stream()
                    .map(Object[].class::cast)
                    .map(c -> new Candidate(LanguageTag.parse((String) c[0]), (Double) c[1]))
                    .toList();
        }
    }

    /** Documents with the same rules: those of a language in a crawl. */
    private record Group(LanguageTag tag, String source) {}

    /** Goes through one split. */
    private final class Pass {

        private final Labels labels;
        private final Set<String> again;
        private final FilterPlan plan;
        private final LanguageProfiles profiles;
        private final List<Signal> wanted;
        private final EnumMap<Signal, Integer> positions = new EnumMap<>(Signal.class);
        private final Map<Group, BoundPlan> plans = new HashMap<>();
        private final WhatIfResult result = new WhatIfResult(new TreeMap<>(), new TreeMap<>());

        /** Forgets what rules of the names in {@code again} decided, and tries those of the plan; others stand. */
        Pass(Labels labels, Set<String> again, FilterPlan plan, LanguageProfiles profiles) {
            this.labels = labels;
            this.again = again;
            this.plan = plan;
            this.profiles = profiles;
            Set<Signal> signals = EnumSet.noneOf(Signal.class);
            signals.addAll(plan.signals());
            signals.remove(Signal.LANGUAGE_SCORE);
            this.wanted = new ArrayList<>(signals);
            for (int i = 0; i < wanted.size(); i++) {
                positions.put(wanted.get(i), FIXED.size() + i);
            }
            positions.put(Signal.LANGUAGE_SCORE, FIXED.indexOf("language_score"));
        }

        WhatIfResult read(Part part) throws IOException {
            List<String> columns = new ArrayList<>(FIXED);
            wanted.forEach(s -> columns.add(s.column()));
            if (labels.change()) {
                columns.add("top_languages");
            }
            TableSchema left = TableReader.project(SignalsTable.SCHEMA, columns);
            try (TableReader signals = TableReader.open(left, part.file("signals"), run.hadoop());
                    TableReader decisions = TableReader.open(DECISIONS, part.file("decisions"), run.hadoop())) {
                for (Object[] row = signals.next(); row != null; row = signals.next()) {
                    compare(row, decisions.next());
                }
            }
            return result;
        }

        private void compare(Object[] signals, Object[] decision) {
            List<String> before = new ArrayList<>();
            List<String> after = new ArrayList<>();
            for (Object element : (List<?>) decision[2]) {
                Object[] reason = (Object[]) element;
                String name = reason[0] + "/" + reason[1];
                before.add(name);
                if (!again.contains(name) && !reason[1].equals("language-score")) {
                    after.add(name);
                }
            }
            LanguageTag tag = labels.label(signals);
            if (!tag.isDetermined() && !tag.equals(LanguageTag.NONE)) {
                after.add("language/language-score");
            }
            failures(signals, tag, after);
            WhatIfResult.Amount amount = new WhatIfResult.Amount(1, (Long) decision[3], (Long) decision[4]);
            result.before((String) decision[0], (Boolean) decision[1], amount, before);
            result.after(tag.toString(), after.isEmpty(), amount, after);
        }

        private void failures(Object[] signals, LanguageTag tag, List<String> after) {
            if (!tag.isDetermined()) {
                return;
            }
            BoundPlan bound = plans.computeIfAbsent(
                    new Group(tag, (String) signals[3]),
                    g -> plan.bind(g.tag(), profiles.find(g.tag()).profile(), g.source()));
            for (BoundRule rule : bound.rules()) {
                if (rule.fails(signal -> value(signals, signal))) {
                    after.add(name(rule.rule()));
                }
            }
        }

        private double value(Object[] signals, Signal signal) {
            Object value = signals[positions.get(signal)];
            return value == null ? Double.NaN : (Double) value;
        }
    }
}
