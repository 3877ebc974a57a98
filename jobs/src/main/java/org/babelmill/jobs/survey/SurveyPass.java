package org.babelmill.jobs.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.pipeline.hash.XxHash64;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.RuleScope;
import org.babelmill.quality.signal.Signal;

/** Surveys one split: walks its signals beside its decisions, which are in the same order. One task, one thread. */
final class SurveyPass {

    private static final List<String> FIXED =
            List.of("id", "key", "html_language", "language", "language_score", "script_shares");
    private static final List<Signal> SCORES =
            List.of(Signal.LANGUAGE_SCORE, Signal.WDS, Signal.WDS2, Signal.QUALITY_SCORE);
    private static final int MAX_HTML_LANGUAGE = 40;

    private final FilterPlan plan;
    private final LanguageProfiles profiles;
    private final long seed;
    private final List<Signal> signals = List.of(Signal.values());
    private final Map<String, Language> languages = new HashMap<>();
    private final Map<String, Optional<LanguageTag>> declared = new HashMap<>();
    private final Survey survey = new Survey();

    SurveyPass(DecisionRules rules, long seed) {
        this.plan = rules.plan();
        this.profiles = rules.profiles();
        this.seed = seed;
    }

    /** A language with its thresholds. */
    private record Language(LanguageTag tag, LanguageTally tally, List<BoundRule> rules, List<RuleTally> tallies) {}

    /** A document on its way through the counters. */
    private record Row(Object[] signals, Object[] decision, int part, long hash) {

        boolean keep() {
            return (Boolean) decision[0];
        }

        String stage() {
            return (String) decision[1];
        }

        Pick pick(double rank, String note) {
            return new Pick(rank, hash, (String) signals[0], part, (Long) signals[1], note);
        }
    }

    Survey survey(Part part, Configuration hadoop) throws IOException {
        TableSchema decisions =
                TableReader.project(DecisionsTable.SCHEMA, List.of("keep", "stage", "reasons", "words", "text_bytes"));
        try (TableReader left = TableReader.open(columns(), part.file("signals"), hadoop);
                TableReader right = TableReader.open(decisions, part.file("decisions"), hadoop)) {
            for (Object[] row = left.next(); row != null; row = left.next()) {
                count(new Row(row, right.next(), part.index(), XxHash64.hash(row[0] + " " + seed)));
            }
        }
        clusters(part, hadoop);
        return survey;
    }

    private TableSchema columns() {
        List<String> columns = new ArrayList<>(FIXED);
        signals.stream().map(Signal::column).filter(c -> !columns.contains(c)).forEach(columns::add);
        return TableReader.project(SignalsTable.SCHEMA, columns);
    }

    private void count(Row row) {
        Language language = languages.computeIfAbsent((String) row.signals()[3], this::language);
        counts(row, language);
        declared(row, language);
        scripts(row, language);
        distributions(row);
        if (row.keep()) {
            kept(row, language);
        } else {
            removed(row, language);
        }
    }

    private Language language(String label) {
        LanguageTag tag = LanguageTag.parse(label);
        LanguageTally tally = survey.language(label);
        List<BoundRule> rules = tag.isDetermined()
                ? plan.bind(tag, profiles.find(tag).profile(), RuleScope.ANY_SOURCE)
                        .rules()
                : List.of();
        return new Language(
                tag,
                tally,
                rules,
                rules.stream()
                        .map(r -> tally.rule(
                                r.rule().stage().label() + "/" + r.rule().name()))
                        .toList());
    }

    private double signal(Row row, Signal signal) {
        Object value = row.signals()[position(signal)];
        return value == null ? Double.NaN : (Double) value;
    }

    /** Fixed columns come first; the language score is one of them, and the last of all signals. */
    @SuppressWarnings("EnumOrdinal")
    private static int position(Signal signal) {
        return signal == Signal.LANGUAGE_SCORE ? FIXED.indexOf("language_score") : FIXED.size() + signal.ordinal();
    }

    private void counts(Row row, Language language) {
        LanguageTally tally = language.tally();
        long words = (Long) row.decision()[3];
        long bytes = (Long) row.decision()[4];
        tally.add(Count.DOCUMENTS, 1);
        tally.add(Count.WORDS, words);
        tally.add(Count.BYTES, bytes);
        if (row.keep()) {
            tally.add(Count.KEPT, 1);
            tally.add(Count.KEPT_WORDS, words);
            tally.add(Count.KEPT_BYTES, bytes);
        }
        String stage = row.keep() ? "" : row.stage();
        boolean reachesDedup = !stage.equals("rights") && !stage.equals("language");
        boolean reachesQuality = reachesDedup && !stage.equals("dedup");
        tally.add(Count.BEFORE_DEDUP, reachesDedup ? 1 : 0);
        tally.add(Count.BEFORE_QUALITY, reachesQuality ? 1 : 0);
        tally.add(Count.AFTER_QUALITY, reachesQuality && !stage.equals("quality") ? 1 : 0);
        double stopWords = signal(row, Signal.STOP_WORDS_ANY_CASE);
        tally.add(Count.MEASURED, Double.isNaN(stopWords) ? 0 : 1);
        tally.add(Count.WITHOUT_STOP_WORDS, stopWords == 0 ? 1 : 0);
        tally.add(Count.FOREIGN_SCRIPT, signal(row, Signal.SCRIPT_FRAC) < 0.5 ? 1 : 0);
    }

    private void declared(Row row, Language language) {
        String html = (String) row.signals()[2];
        if (html.isEmpty()
                || html.length() > MAX_HTML_LANGUAGE
                || !language.tag().isDetermined()) {
            return;
        }
        if (declared.size() > 100_000) {
            declared.clear();
        }
        declared.computeIfAbsent(html, LanguageLabels.standard()::find).ifPresent(said -> {
            boolean same = LanguageLabels.standard().sameLanguage(said, language.tag());
            language.tally().add(Count.DECLARED, 1);
            language.tally().add(Count.CONTRADICTED, same ? 0 : 1);
            survey.addDeclared(
                    same ? language.tag().toString() : said.toString(),
                    language.tag().toString());
        });
    }

    private void scripts(Row row, Language language) {
        List<?> shares = (List<?>) row.signals()[5];
        if (!shares.isEmpty() && language.tag().isDetermined()) {
            Object[] first = (Object[]) shares.get(0);
            survey.addScript(language.tag().script(), (String) first[0]);
        }
    }

    private void distributions(Row row) {
        boolean keep = row.keep();
        for (Signal signal : signals) {
            double value = signal(row, signal);
            if (Double.isNaN(value)) {
                survey.histogram(signal).addMissing();
            } else {
                survey.histogram(signal).add(value, keep);
            }
        }
        for (Signal signal : SCORES) {
            double value = signal(row, signal);
            if (!Double.isNaN(value)) {
                survey.score(signal).add(value, keep, row.pick(0, signal.column() + " = " + Figures.plain(value)));
            }
        }
    }

    private void kept(Row row, Language language) {
        if (language.tally().kept().wants(0, row.hash())) {
            language.tally().kept().offer(row.pick(0, ""));
        }
        for (int i = 0; i < language.rules().size(); i++) {
            BoundRule rule = language.rules().get(i);
            double value = signal(row, rule.rule().signal());
            double distance = Math.abs(value - rule.threshold()) / Math.max(Math.abs(rule.threshold()), 1e-9);
            Picks near = language.tallies().get(i).near();
            if (!Double.isNaN(value) && near.wants(distance, row.hash())) {
                near.offer(row.pick(
                        distance,
                        rule.rule().signal().column() + " = " + Figures.plain(value) + ", dropped "
                                + rule.rule().drop().symbol() + " " + Figures.plain(rule.threshold())));
            }
        }
    }

    private void removed(Row row, Language language) {
        List<?> reasons = (List<?>) row.decision()[2];
        for (Object element : reasons) {
            Object[] reason = (Object[]) element;
            RuleTally tally = language.tally().rule(reason[0] + "/" + reason[1]);
            tally.fail(reasons.size() == 1);
            double rank = reasons.size() == 1 ? 0 : 1;
            if (tally.removed().wants(rank, row.hash())) {
                tally.removed().offer(row.pick(rank, Figures.reason(reason)));
            }
        }
    }

    private void clusters(Part part, Configuration hadoop) throws IOException {
        TableSchema columns = TableReader.project(
                ClustersTable.SCHEMA,
                List.of("id", "cluster", "keep", "size", "hosts", "first_seen", "last_seen", "link"));
        try (TableReader reader = TableReader.open(columns, part.file("clusters"), hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                if (row[0].equals(row[1])) {
                    survey.clusters()
                            .addCluster(new ClusterTally.Cluster(
                                    (String) row[1], (Long) row[3], (Long) row[4], (String) row[5], (String) row[6]));
                }
                if (!(Boolean) row[2]) {
                    survey.clusters().addLink((String) row[7]);
                }
            }
        }
    }
}
