package org.babelmill.jobs.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.babelmill.jobs.card.LanguageTotals.Totals;
import org.babelmill.pipeline.config.CardSettings;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The card's YAML front matter. Each language is a configuration with explicit files: readers that guess splits from
 * folder names take some language codes ({@code dev}, {@code val}) for splits.
 */
final class CardHead {

    private final CardSettings card;
    private final LanguageTotals totals;
    private final StringBuilder text = new StringBuilder("---\n");

    CardHead(CardSettings card, LanguageTotals totals) {
        this.card = card;
        this.totals = totals;
    }

    String text() {
        line("pretty_name: \"" + card.name().replace("\\", "").replace("\"", "'") + "\"");
        line("license: " + card.license());
        line("task_categories:\n- text-generation");
        line("size_categories:\n- " + sizeCategory(totals.kept().documents()));
        line("language:");
        new TreeSet<>(totals.languages("train").stream()
                        .map(l -> LanguageTag.parse(l).language())
                        .toList())
                .forEach(l -> line("- " + l));
        line("configs:");
        totals.byLanguage().forEach(this::configuration);
        line("dataset_info:");
        totals.byLanguage().forEach(this::sizes);
        return text.append("---\n\n").toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void configuration(String language, Map<String, Totals> splits) {
        if (splits.containsKey("train") || splits.containsKey("test")) {
            line("- config_name: " + language + "\n  data_files:");
            for (String split : List.of("train", "test")) {
                if (splits.containsKey(split)) {
                    files(split, "data/" + language + "/" + split + "-*.parquet");
                }
            }
        }
        if (splits.containsKey("removed")) {
            line("- config_name: " + language + "_removed\n  data_files:");
            files("train", "removed/" + language + "/removed-*.parquet");
        }
    }

    private void files(String split, String path) {
        line("  - split: " + split + "\n    path: " + path);
    }

    private void sizes(String language, Map<String, Totals> splits) {
        if (splits.containsKey("train") || splits.containsKey("test")) {
            line("- config_name: " + language + "\n  splits:");
            List.of("train", "test").stream().filter(splits::containsKey).forEach(s -> size(s, splits.get(s)));
            Totals kept = totals.kept(language);
            line("  download_size: " + kept.bytes() + "\n  dataset_size: " + kept.textBytes());
        }
        if (splits.containsKey("removed")) {
            Totals removed = splits.get("removed");
            line("- config_name: " + language + "_removed\n  splits:");
            size("train", removed);
            line("  download_size: " + removed.bytes() + "\n  dataset_size: " + removed.textBytes());
        }
    }

    private void size(String split, Totals size) {
        line("  - name: " + split + "\n    num_bytes: " + size.textBytes() + "\n    num_examples: " + size.documents());
    }

    /** The Hub's classes of size. */
    static String sizeCategory(long documents) {
        List<String> units = List.of("1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T");
        long limit = 1_000;
        String below = "n<1K";
        for (int i = 0; i < units.size(); i++) {
            if (documents < limit) {
                return i == 0 ? below : String.format(Locale.ROOT, "%s<n<%s", units.get(i - 1), units.get(i));
            }
            limit *= 10;
        }
        return "n>1T";
    }
}
