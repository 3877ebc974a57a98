package org.babelmill.jobs.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** Sizes of a release by language and split. */
final class LanguageTotals {

    private static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

    private final Map<String, Map<String, Totals>> totals = new TreeMap<>();

    LanguageTotals(List<ShardEntry> files) {
        for (ShardEntry file : files) {
            totals.computeIfAbsent(file.language(), l -> new TreeMap<>())
                    .merge(file.split(), Totals.of(file), Totals::plus);
        }
    }

    /** Sizes of one split, or of several. */
    record Totals(
            long documents, long copies, long words, long tokens, long chars, long textBytes, long bytes, int files) {

        static Totals of(ShardEntry file) {
            return new Totals(
                    file.rows(),
                    file.copies(),
                    file.words(),
                    file.tokens(),
                    file.textChars(),
                    file.textBytes(),
                    file.bytes(),
                    1);
        }

        Totals plus(Totals other) {
            return new Totals(
                    documents + other.documents,
                    copies + other.copies,
                    words + other.words,
                    tokens + other.tokens,
                    chars + other.chars,
                    textBytes + other.textBytes,
                    bytes + other.bytes,
                    files + other.files);
        }
    }

    /** Totals by split, by language. */
    Map<String, Map<String, Totals>> byLanguage() {
        return totals;
    }

    /** Languages that have a split. */
    List<String> languages(String split) {
        return totals.entrySet().stream()
                .filter(e -> e.getValue().containsKey(split))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Totals of a split of a language, zeros where there is none. */
    Totals of(String language, String split) {
        return totals.getOrDefault(language, Map.of()).getOrDefault(split, NONE);
    }

    /** Totals of kept documents in all languages. */
    Totals kept() {
        return totals.keySet().stream().map(this::kept).reduce(NONE, Totals::plus);
    }

    /** Totals of train and test of a language. */
    Totals kept(String language) {
        return of(language, "train").plus(of(language, "test"));
    }

    /** A table for programs; its head is understood by {@code babelmill mixture --sizes}. */
    String csv() {
        StringBuilder csv = new StringBuilder(
                "subset,split,code,script,name,documents,copies,words,tokens,chars,utf8_bytes,parquet_bytes,files\n");
        LanguageLabels labels = LanguageLabels.standard();
        totals.forEach((language, splits) -> splits.forEach((split, t) -> {
            LanguageTag tag = LanguageTag.parse(language);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,\"%s\",%d,%d,%d,%d,%d,%d,%d,%d%n",
                    split.equals("removed") ? language + "_removed" : language,
                    split,
                    tag.language(),
                    tag.script(),
                    labels.name(tag).replace("\"", ""),
                    t.documents(),
                    t.copies(),
                    t.words(),
                    t.tokens(),
                    t.chars(),
                    t.textBytes(),
                    t.bytes(),
                    t.files()));
        }));
        return csv.toString().replace(System.lineSeparator(), "\n");
    }
}
