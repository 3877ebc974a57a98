package org.babelmill.jobs.inspect;

import java.util.Locale;
import java.util.Map;
import org.babelmill.jobs.survey.Figures;

/** An explanation for a terminal: control characters of web pages are replaced, lines stay lines. */
public final class ExplanationText {

    private static final int LONGEST = 300;

    private ExplanationText() {}

    /** The whole way as text. */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        line(text, "", explanation.id(), explanation.outcome());
        for (Explanation.Step step : explanation.steps()) {
            String name = step.name();
            for (Map.Entry<String, String> fact : step.facts().entrySet()) {
                line(text, name, fact.getKey(), fact.getValue());
                name = "";
            }
            if (step.name().equals("quality")) {
                explanation.rules().forEach(rule -> rule(text, rule));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String step, String name, String value) {
        String shown = printable(value);
        if (step.isEmpty() && text.length() == 0) {
            text.append(name).append("  ").append(shown).append('\n');
        } else {
            text.append(String.format(Locale.ROOT, "%-10s %-24s %s%n", step, name, shown));
        }
    }

    private static void rule(StringBuilder text, RuleCheck rule) {
        text.append(String.format(
                Locale.ROOT,
                "%-10s %-24s %s %s, drops %s %s%n",
                rule.failed() ? "  FAILED" : "",
                rule.rule(),
                rule.signal(),
                rule.value() == null ? "not measured" : Figures.plain(rule.value()),
                rule.drops(),
                Figures.plain(rule.threshold())));
    }

    private static String printable(String value) {
        String shortened = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        StringBuilder text = new StringBuilder(shortened.length());
        shortened.codePoints().forEach(c -> text.appendCodePoint(isHarmless(c) ? c : '\uFFFD'));
        return text.toString();
    }

    /** Escape sequences and marks that turn the direction of a line round would change what the terminal shows. */
    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069);
    }
}
