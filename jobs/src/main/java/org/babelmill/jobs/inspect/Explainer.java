package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.inspect.DocumentFinder.Hit;
import org.babelmill.jobs.inspect.Explanation.Step;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.profile.ProfileMatch;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterPlan;

/** Tells the way of a record, from its place in an archive to the shard, or to what removed it. */
public final class Explainer {

    private final RunView run;
    private final DecisionRules rules;
    private final FilterPlan plan;
    private final LanguageProfiles profiles;

    /** An explainer for a run. */
    public Explainer(RunView run) throws IOException {
        this.run = run;
        this.rules = run.rules();
        this.plan = rules.plan();
        this.profiles = rules.profiles();
    }

    /** Everything that is known about a document, but for its text and blocks. */
    public Explanation explain(Hit hit) throws IOException {
        Part part = hit.part();
        TableRow document = row(without(DocumentsTable.SCHEMA, List.of("text", "blocks")), part, "documents", hit);
        TableRow signals =
                row(without(SignalsTable.SCHEMA, List.of("bands", "sketch", "shingle_set")), part, "signals", hit);
        TableRow decision = row(DecisionsTable.SCHEMA, part, "decisions", hit);
        Optional<TableRow> cluster =
                TableRow.byKey(ClustersTable.SCHEMA, part.file("clusters"), hit.key(), run.hadoop());
        List<RuleCheck> checks = checks(signals);
        List<Step> steps = new ArrayList<>();
        steps.add(archive(document));
        steps.add(page(document));
        steps.add(extraction(document, signals));
        steps.add(rights(document, decision));
        steps.add(language(document, signals));
        steps.add(duplicates(hit, decision, cluster));
        steps.add(quality(signals, checks));
        Optional<String> shard = new ShardOfDocument(run).find(hit.id(), decision);
        boolean takenBack = decision.flag("keep")
                && shard.isEmpty()
                && Tombstones.of(run.directory())
                        .match(hit.id(), document.text("url"), document.text("host"))
                        .isPresent();
        steps.add(decision(decision, shard, takenBack));
        return new Explanation(hit.id(), outcome(decision, shard, takenBack), steps, checks);
    }

    private TableRow row(TableSchema schema, Part part, String table, Hit hit) throws IOException {
        return TableRow.byKey(schema, part.file(table), hit.key(), run.hadoop())
                .orElseThrow(() -> new IOException("table " + table + " lacks document " + hit.id()));
    }

    private static TableSchema without(TableSchema schema, List<String> columns) {
        return new TableSchema(
                schema.name(),
                schema.version(),
                schema.columns().stream()
                        .filter(c -> !columns.contains(c.name()))
                        .toList());
    }

    private static Step archive(TableRow document) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("file", document.text("file"));
        facts.put("offset", document.text("offset"));
        put(facts, "stored bytes", document.whole("length") == 0 ? "" : document.text("length"));
        put(facts, "record", document.text("record_id"));
        put(facts, "digest", document.text("digest"));
        put(facts, "crawl", document.text("dump"));
        put(facts, "fetched", document.text("date"));
        return new Step("archive", facts);
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private static Step page(TableRow document) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "url", document.text("url"));
        put(facts, "title", document.text("title"));
        put(facts, "status", document.text("http_status"));
        put(facts, "media type", document.text("media_type"));
        put(facts, "charset", (document.text("charset") + " by " + document.text("charset_source")).strip());
        if (document.whole("replaced_characters") > 0) {
            facts.put("undecodable characters", document.text("replaced_characters"));
        }
        if (document.whole("repaired_places") > 0) {
            facts.put("mended places", document.text("repaired_places"));
        }
        facts.put("cut off", document.flag("truncated") ? "yes" : "no");
        return new Step("page", facts);
    }

    private static Step extraction(TableRow document, TableRow signals) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "kind of page", document.text("page_type"));
        put(facts, "work done", document.text("degradation"));
        facts.put("agreement of extractions", Figures.plain(document.number("agreement")));
        facts.put("characters", Figures.plain(signals.number("chars")));
        facts.put("words", Figures.plain(signals.number("words")));
        put(facts, "machine translation", document.text("machine_translation"));
        put(facts, "pages of the PDF", document.text("pdf_pages"));
        return new Step("extract", facts);
    }

    private static Step rights(TableRow document, TableRow decision) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("opt-outs", statements(document.groups("opt_outs")));
        facts.put("licences", statements(document.groups("licences")));
        reasons(decision, "rights").forEach(r -> facts.put("removed by", Figures.reason(r)));
        return new Step("rights", facts);
    }

    private static String statements(List<Object[]> statements) {
        return statements.isEmpty()
                ? "none"
                : statements.stream()
                        .map(s -> s[0] + " (" + s[1] + ": " + s[2] + ")")
                        .collect(Collectors.joining("; "));
    }

    private Step language(TableRow document, TableRow signals) {
        Map<String, String> facts = new LinkedHashMap<>();
        LanguageTag best = LanguageTag.parse(signals.text("best_language"));
        facts.put("label", signals.text("language"));
        facts.put(
                "probability",
                Figures.plain(signals.number("language_score")) + " for " + best + ", needed "
                        + Figures.plain(rules.settings().languageThreshold(best)));
        facts.put("candidates", scores(signals.groups("top_languages")));
        facts.put("scripts", scores(signals.groups("script_shares")));
        put(facts, "second engine", signals.text("second_language"));
        put(facts, "HTML says", document.text("html_language"));
        put(facts, "server says", document.text("content_language"));
        if (signals.flag("mixed")) {
            facts.put("mixed", scores(signals.groups("line_shares")));
        }
        return new Step("language", facts);
    }

    private static String scores(List<Object[]> scores) {
        return scores.stream()
                .map(s -> s[0] + " " + Figures.plain((Double) s[1]))
                .collect(Collectors.joining(", "));
    }

    private Step duplicates(Hit hit, TableRow decision, Optional<TableRow> cluster) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        if (cluster.isEmpty()) {
            facts.put("cluster", "none: no duplicate was found");
            return new Step("dedup", facts);
        }
        TableRow twin = cluster.get();
        facts.put(
                "cluster",
                twin.text("cluster") + ", " + twin.text("size") + " members on " + twin.text("hosts") + " hosts");
        facts.put("stays", twin.flag("keep") ? "yes" : "no");
        facts.put("survivor", twin.text("survivor"));
        if (!twin.flag("keep")) {
            facts.putAll(new TwinComparison(run).facts(hit, twin.text("survivor")));
        }
        put(facts, "linked by", twin.text("link"));
        put(facts, "first seen", twin.text("first_seen"));
        put(facts, "last seen", twin.text("last_seen"));
        reasons(decision, "dedup").forEach(r -> facts.put("removed by", Figures.reason(r)));
        return new Step("dedup", facts);
    }

    private List<RuleCheck> checks(TableRow signals) {
        LanguageTag tag = LanguageTag.parse(signals.text("language"));
        if (!tag.isDetermined()) {
            return List.of();
        }
        List<RuleCheck> checks = new ArrayList<>();
        for (BoundRule rule : plan.bind(tag, profiles.find(tag).profile(), signals.text("dump"))
                .rules()) {
            double value = signals.number(rule.rule().signal().column());
            checks.add(new RuleCheck(
                    rule.rule().name(),
                    rule.rule().signal().column(),
                    Double.isNaN(value) ? null : value,
                    rule.rule().drop().symbol(),
                    rule.threshold(),
                    rule.fails(signal -> signals.number(signal.column())),
                    rule.rule().description()));
        }
        return checks;
    }

    private Step quality(TableRow signals, List<RuleCheck> checks) {
        Map<String, String> facts = new LinkedHashMap<>();
        LanguageTag tag = LanguageTag.parse(signals.text("language"));
        facts.put("filter plan", plan.name());
        if (tag.isDetermined()) {
            ProfileMatch match = profiles.find(tag);
            facts.put(
                    "thresholds of",
                    match + " in "
                            + run.configuration().quality().languageProfiles().orElse("the program's profiles"));
        }
        long failed = checks.stream().filter(RuleCheck::failed).count();
        facts.put("rules", String.format(Locale.ROOT, "%d tried, %d failed", checks.size(), failed));
        return new Step("quality", facts);
    }

    private static Step decision(TableRow decision, Optional<String> shard, boolean takenBack) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kept", decision.flag("keep") ? "yes" : "no");
        List<Object[]> reasons = decision.groups("reasons");
        if (!reasons.isEmpty()) {
            facts.put("first removed by", decision.text("stage"));
            for (int i = 0; i < reasons.size(); i++) {
                Object[] reason = reasons.get(i);
                facts.put("reason " + (i + 1), reason[0] + ": " + Figures.reason(reason));
            }
        }
        facts.put("repeats", decision.text("repeats"));
        shard.ifPresent(file -> facts.put("shard", file));
        if (takenBack) {
            facts.put("taken back", "after it was published; tombstones.txt names it");
        }
        return new Step("decision", facts);
    }

    private static List<Object[]> reasons(TableRow decision, String stage) {
        return decision.groups("reasons").stream()
                .filter(r -> r[0].equals(stage))
                .toList();
    }

    private static String outcome(TableRow decision, Optional<String> shard, boolean takenBack) {
        if (takenBack) {
            return "kept, and taken back from the shards";
        }
        if (decision.flag("keep")) {
            return "kept" + shard.map(file -> ", in " + file).orElse("");
        }
        List<Object[]> reasons = decision.groups("reasons");
        Object[] first = reasons.get(0);
        int more = reasons.size() - 1;
        return "removed by " + first[0] + ": " + Figures.reason(first)
                + (more == 0 ? "" : ", and by " + more + (more == 1 ? " reason more" : " reasons more"))
                + shard.map(file -> ", published among the removed in " + file).orElse("");
    }

    /** The way of a record that did not become a document. */
    public static Explanation explain(TableRow ledger) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("file", ledger.text("file"));
        facts.put("offset", ledger.text("offset"));
        put(facts, "record", ledger.text("record_id"));
        put(facts, "url", ledger.text("url"));
        facts.put("kind", ledger.text("kind"));
        String reason = Figures.reason(new Object[] {
            ledger.text("stage"),
            ledger.text("rule"),
            ledger.text("value"),
            ledger.text("comparison"),
            ledger.text("threshold")
        });
        return new Explanation(
                ledger.text("file") + ":" + ledger.text("offset"),
                "did not become a document; removed by " + ledger.text("stage") + ": " + reason,
                List.of(new Step("archive", facts), new Step(ledger.text("stage"), Map.of("removed by", reason))),
                List.of());
    }
}
