package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.inspect.ThresholdSweep;
import org.babelmill.jobs.inspect.WhatIf;
import org.babelmill.jobs.inspect.WhatIfResult;
import org.babelmill.jobs.inspect.WhatIfResult.Change;
import org.babelmill.jobs.report.DataTable;
import org.babelmill.jobs.report.Page;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.filter.RuleScope;
import org.babelmill.quality.filter.Threshold;
import org.jsoup.nodes.Element;

/** A threshold to move, and what that would do to the run. */
final class WhatIfPage {

    private final RunView run;
    private final Sweeps sweeps;
    private final FilterPlan plan;
    private final LanguageProfiles profiles;

    WhatIfPage(RunView run, Sweeps sweeps) throws IOException {
        this.run = run;
        this.sweeps = sweeps;
        DecisionRules rules = run.rules();
        this.plan = rules.plan();
        this.profiles = rules.profiles();
    }

    /** The rule that is asked about; the first of the plan when none, or none of the plan, is named. */
    private FilterRule rule(Question question) {
        return plan.rules().stream()
                .filter(r -> r.name().equals(question.text("rule")))
                .findFirst()
                .orElse(plan.rules().get(0));
    }

    /** The threshold asked for; without one that of the plan. */
    private double value(FilterRule rule, Question question) throws IOException {
        OptionalDouble given = question.number("value");
        return given.isPresent() ? given.getAsDouble() : planned(rule);
    }

    /** The threshold of the plan; for the largest language where languages differ. */
    private double planned(FilterRule rule) throws IOException {
        Map<String, Long> kept = run.directory()
                .stage(RunStage.DECIDE)
                .map(s -> Counts.of(s.counts()).below("outcome/kept/"))
                .orElse(Map.of());
        return kept.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<String, Long> e) -> e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .flatMap(e -> threshold(rule, LanguageTag.parse(e.getKey())))
                .orElseGet(() -> rule.threshold() instanceof Threshold.Fixed fixed ? fixed.value() : 0.0);
    }

    private Slider slider(FilterRule rule) throws IOException {
        return Slider.of(rule.signal().unit(), planned(rule));
    }

    private Optional<Double> threshold(FilterRule rule, LanguageTag tag) {
        return plan.bind(tag, profiles.find(tag).profile(), RuleScope.ANY_SOURCE).rules().stream()
                .filter(bound -> bound.rule().name().equals(rule.name()))
                .map(BoundRule::threshold)
                .findFirst();
    }

    /** The change as a configuration to give to babelmill decide or run. */
    String yaml(Question question) throws IOException {
        FilterRule rule = rule(question);
        return "quality:\n  rules:\n    " + rule.name() + ": " + Figures.exact(value(rule, question)) + "\n";
    }

    /** Without a value nothing is changed. Stops of the slider are told from one pass, others are decided again. */
    private WhatIfResult ask(FilterRule rule, Question question) throws IOException {
        OptionalDouble value = question.number("value");
        if (ThresholdSweep.answersFor(rule)) {
            Slider slider = slider(rule);
            OptionalInt stop = value.isPresent() ? slider.stop(value.getAsDouble()) : OptionalInt.empty();
            if (stop.isPresent()) {
                return sweeps.of(rule, slider).at(stop.getAsInt());
            }
            if (value.isEmpty()) {
                return sweeps.of(rule, slider).unchanged();
            }
        }
        return value.isEmpty()
                ? new WhatIf(run).ask(run.settings())
                : new WhatIf(run)
                        .ask(run.settings()
                                .set("quality.rules." + rule.name() + "=" + Figures.exact(value.getAsDouble())));
    }

    /** The counts alone, by the ids of the page's cells. */
    String json(Question question) throws IOException {
        FilterRule rule = rule(question);
        WhatIfResult result = ask(rule, question);
        Map<String, Long> counts = new LinkedHashMap<>();
        row("all", result.total(), counts);
        row("failed", failed(rule, result), counts);
        result.languages().forEach((label, change) -> row(label, change, counts));
        return RunDirectory.json(counts);
    }

    private static void row(String name, Change change, Map<String, Long> counts) {
        counts.put(name + "-then", change.after().documents());
        counts.put(
                name + "-change", change.after().documents() - change.before().documents());
        counts.put(name + "-words", change.after().words() - change.before().words());
    }

    private static Change failed(FilterRule rule, WhatIfResult result) {
        return result.rules().getOrDefault(rule.stage().label() + "/" + rule.name(), new Change());
    }

    String html(Question question) throws IOException {
        FilterRule rule = rule(question);
        double value = value(rule, question);
        WhatIfResult result = ask(rule, question);
        Page page = Page.served("What if");
        page.link("./", "Documents");
        page.link("what-if", "What if");
        page.link("report", "Report");
        Element section = page.section(
                "what-if",
                "Another threshold",
                "Decided again from the signals, for all languages alike; nothing is written. " + rule.description());
        rules(section, rule);
        form(section, rule, slider(rule), value);
        table(section, rule, result);
        section.appendElement("p")
                .appendElement("a")
                .attr(
                        "href",
                        "what-if.yaml?rule=" + Question.encoded(rule.name()) + "&value="
                                + Question.encoded(Figures.exact(value)))
                .text("The change as a configuration");
        return page.html();
    }

    private void rules(Element section, FilterRule chosen) {
        Element form = section.appendElement("form").attr("method", "get").attr("action", "what-if");
        Element label = form.appendElement("label");
        label.appendText("rule");
        Element select = label.appendElement("select").attr("name", "rule");
        for (FilterRule rule : plan.rules()) {
            Element option =
                    select.appendElement("option").attr("value", rule.name()).text(rule.name());
            if (rule.name().equals(chosen.name())) {
                option.attr("selected", "");
            }
        }
        form.appendElement("button").attr("type", "submit").text("Take this rule");
    }

    private static void form(Element section, FilterRule rule, Slider slider, double value) {
        Element form = section.appendElement("form")
                .addClass("what-if")
                .attr("method", "get")
                .attr("action", "what-if");
        form.appendElement("input").attr("type", "hidden").attr("name", "rule").attr("value", rule.name());
        Element moved = form.appendElement("label");
        moved.appendText(rule.signal().column() + ", dropped " + rule.drop().symbol());
        moved.appendElement("input")
                .attr("type", "range")
                .attr("min", "0")
                .attr("max", Figures.exact(slider.threshold(slider.last())))
                .attr("step", slider.step().toPlainString())
                .attr("value", Figures.exact(value));
        Element number = form.appendElement("label");
        number.appendText("threshold");
        number.appendElement("input")
                .attr("type", "number")
                .attr("name", "value")
                .attr("step", "any")
                .attr("value", Figures.exact(value));
        form.appendElement("button").attr("type", "submit").text("Show");
    }

    private void table(Element section, FilterRule rule, WhatIfResult result) {
        Element out = section.appendElement("div").attr("id", "what-if-counts").attr("aria-live", "polite");
        DataTable table = new DataTable(
                out, "Kept documents by language", "language", "#kept", "#then", "#change", "#words change");
        row(table, "all", "all", result.total());
        result.languages().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Change> e) ->
                                -e.getValue().before().documents())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> row(table, e.getKey(), e.getKey(), e.getValue()));
        DataTable failed = new DataTable(
                out, "Documents that fail the rule", "rule", "#failed", "#then", "#change", "#words change");
        row(failed, rule.name(), "failed", failed(rule, result));
    }

    private static void row(DataTable table, String heading, String id, Change change) {
        Element row = table.row(heading).parent();
        table.number(change.before().documents())
                .number(change.after().documents())
                .number(change.after().documents() - change.before().documents())
                .number(change.after().words() - change.before().words());
        List<String> names = List.of("then", "change", "words");
        for (int i = 0; i < names.size(); i++) {
            row.child(2 + i).attr("id", "count-" + id + "-" + names.get(i));
        }
    }
}
