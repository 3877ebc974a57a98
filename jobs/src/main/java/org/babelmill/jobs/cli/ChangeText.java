package org.babelmill.jobs.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.babelmill.jobs.inspect.RunDifference;
import org.babelmill.jobs.inspect.WhatIfResult;
import org.babelmill.jobs.inspect.WhatIfResult.Amount;
import org.babelmill.jobs.inspect.WhatIfResult.Change;

/** Counts before and after, as tables of text. */
final class ChangeText {

    private ChangeText() {}

    static String of(WhatIfResult result) {
        StringBuilder text = new StringBuilder();
        head(text, "language", "kept");
        changed(text, result.languages());
        row(text, "all", result.total());
        text.append(unchanged(result));
        text.append('\n');
        head(text, "rule", "failed");
        changed(text, result.rules());
        if (result.rules().values().stream().noneMatch(Change::isChange)) {
            text.append("no rule decides otherwise\n");
        } else if (changes(result.languages()) == 0) {
            text.append("None of these documents is kept or dropped by it: they fail other rules too, or are"
                    + " duplicates.\n");
        }
        return text.toString();
    }

    private static String unchanged(WhatIfResult result) {
        long changed = changes(result.languages());
        long same = result.languages().size() - changed;
        if (changed == 0) {
            return "in no language another document is kept\n";
        }
        return same == 0 ? "" : "nothing changes in " + Counted.of(same, "other language") + "\n";
    }

    private static long changes(Map<String, Change> changes) {
        return changes.values().stream().filter(Change::isChange).count();
    }

    private static void changed(StringBuilder text, Map<String, Change> changes) {
        changes.forEach((name, change) -> {
            if (change.isChange()) {
                row(text, name, change);
            }
        });
    }

    private static void head(StringBuilder text, String name, String verb) {
        text.append(String.format(
                Locale.ROOT,
                "%-36s %12s %12s %10s %16s %16s %18s %18s%n",
                name,
                verb,
                "then",
                "change",
                "words",
                "then",
                "bytes",
                "then"));
    }

    private static void row(StringBuilder text, String name, Change change) {
        Amount before = change.before();
        Amount after = change.after();
        text.append(String.format(
                Locale.ROOT,
                "%-36s %,12d %,12d %,+10d %,16d %,16d %,18d %,18d%n",
                name,
                before.documents(),
                after.documents(),
                after.documents() - before.documents(),
                before.words(),
                after.words(),
                before.bytes(),
                after.bytes()));
    }

    static String of(RunDifference.Result result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "documents  %,d in both, %,d only in the first, %,d only in the second%n%nsettings%n",
                result.documents().get(0),
                result.documents().get(1),
                result.documents().get(2)));
        result.settings()
                .forEach((key, value) -> text.append(
                        String.format(Locale.ROOT, "  %-34s %s -> %s%n", key, value.here(), value.there())));
        if (result.settings().isEmpty()) {
            text.append("  the same\n");
        }
        text.append('\n');
        text.append(String.format(
                Locale.ROOT, "%-14s %12s %12s %10s %16s%n", "language", "kept", "then", "change", "words change"));
        result.languages().forEach((label, n) -> language(text, label, n));
        list(text, "other outcomes", result.moves());
        list(text, "hosts: change of kept documents", result.hosts());
        return text.toString();
    }

    private static void language(StringBuilder text, String label, List<Long> n) {
        text.append(String.format(
                Locale.ROOT,
                "%-14s %,12d %,12d %,+10d %,+16d%n",
                label,
                n.get(0),
                n.get(1),
                n.get(1) - n.get(0),
                n.get(3) - n.get(2)));
    }

    private static void list(StringBuilder text, String title, List<Map.Entry<String, Long>> entries) {
        text.append('\n').append(title).append('\n');
        entries.forEach(e -> text.append(String.format(Locale.ROOT, "  %,+10d  %s%n", e.getValue(), e.getKey())));
        if (entries.isEmpty()) {
            text.append("  none\n");
        }
    }
}
