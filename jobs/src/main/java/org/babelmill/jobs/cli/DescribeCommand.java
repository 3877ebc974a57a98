package org.babelmill.jobs.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.summary.RuleText;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.signal.Signal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The reference pages, from the code's own descriptions. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = {
            "Explains every signal, or every rule of the filter plans that ship, in Markdown: docs/signals.md and"
                    + " docs/rules.md are what it prints."
        },
        footer = {"", "Example:", "  babelmill describe rules"})
final class DescribeCommand implements Callable<Integer> {

    private static final Map<String, Supplier<String>> PAGES =
            Map.of("rules", DescribeCommand::rules, "signals", DescribeCommand::signals);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "WHAT", description = "signals or rules.")
    private String page;

    @Override
    public Integer call() {
        Supplier<String> text = PAGES.get(page);
        if (text == null) {
            throw new UserError("describe " + page + ": no such page; signals or rules");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(text.get());
        out.flush();
        return Main.DONE;
    }

    private static String signals() {
        StringBuilder text = new StringBuilder("""
                # Signals

                Printed by `babelmill describe signals`. Each is a column of [`signals`](tables.md) and a `metric` that a
                rule of a filter plan can ask for. A signal that does not exist for a text is null, and no rule looks at
                it.

                | signal | from | unit | says |
                |---|---|---|---|
                """);
        for (Signal signal : Signal.values()) {
            text.append("| `")
                    .append(signal.column())
                    .append("` | ")
                    .append(signal.origin().label());
            text.append(" | ").append(signal.unit().label()).append(" | ").append(cell(signal.description()));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String rules() {
        StringBuilder text = new StringBuilder("""
                # Rules

                Printed by `babelmill describe rules`: the filter plans that ship (`quality.profile`). Every rule that a
                document fails is recorded, with value and threshold. `quality.rules` changes thresholds, `quality.without`
                leaves rules out; a plan of your own is a YAML file like those in [conf/profiles](../conf/profiles).
                """);
        for (String name : FilterPlan.shippedNames()) {
            FilterPlan plan = FilterPlan.shipped(name);
            text.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(plan.description())
                    .append("\n\n");
            text.append("| rule | drops when | why |\n|---|---|---|\n");
            for (FilterRule rule : plan.rules()) {
                text.append("| `").append(rule.name()).append("` | ");
                text.append(RuleText.dropsWhen(rule)).append(" | ");
                text.append(cell(rule.description())).append(" |\n");
            }
        }
        return text.append(earlier()).toString();
    }

    private static String earlier() {
        StringBuilder text = new StringBuilder("""

                ## Before the filters

                What passes a record over or drops a page before any filter plan: rows of `ledger`, or reasons in
                `decisions` ([tables.md](tables.md)).

                | stage | rule | why |
                |---|---|---|
                """);
        for (EarlierRule rule : EarlierRule.values()) {
            text.append("| ").append(rule.stage().label()).append(" | `").append(rule.rule());
            text.append("` | ").append(cell(rule.description())).append(" |\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
