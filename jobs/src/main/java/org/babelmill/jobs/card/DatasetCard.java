package org.babelmill.jobs.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.corpus.Funnel;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.pipeline.config.CardSettings;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The dataset card: a README in the form the Hugging Face Hub reads, with every figure taken from the run. Each language
 * is named as a configuration of its own, because readers that guess splits from folder names take some language codes
 * for splits.
 */
public final class DatasetCard {

    private final RunConfiguration configuration;
    private final ReleaseManifest manifest;
    private final Funnel funnel;
    private final Map<String, Map<String, Totals>> totals = new TreeMap<>();

    /** A card for a release. */
    public DatasetCard(RunConfiguration configuration, ReleaseManifest manifest, Funnel funnel) {
        this.configuration = configuration;
        this.manifest = manifest;
        this.funnel = funnel;
        for (ShardEntry file : manifest.files()) {
            totals.computeIfAbsent(file.language(), l -> new TreeMap<>())
                    .merge(file.split(), Totals.of(file), Totals::plus);
        }
    }

    private record Totals(long documents, long words, long textBytes, long bytes) {

        static Totals of(ShardEntry file) {
            return new Totals(file.rows(), file.words(), file.textBytes(), file.bytes());
        }

        Totals plus(Totals other) {
            return new Totals(
                    documents + other.documents, words + other.words, textBytes + other.textBytes, bytes + other.bytes);
        }
    }

    /** The card as Markdown with YAML front matter. */
    public String text() {
        StringBuilder text = new StringBuilder();
        frontMatter(text);
        CardSettings card = configuration.card();
        text.append("# ").append(card.name()).append("\n\n");
        text.append(String.format(
                Locale.ROOT,
                "Text of web pages in %,d languages, made by Babelmill %s from %,d archived records. "
                        + "%,d documents were kept; what became of the others stands below.%n%n",
                languages("train").size(),
                manifest.babelmill(),
                funnel.records(),
                funnel.kept()));
        text.append("## From records to documents\n\n```\n")
                .append(funnel.text())
                .append("```\n\n");
        languageTable(text);
        method(text);
        limits(text, card);
        return text.toString();
    }

    private List<String> languages(String split) {
        List<String> languages = new ArrayList<>();
        totals.forEach((language, splits) -> {
            if (splits.containsKey(split)) {
                languages.add(language);
            }
        });
        return languages;
    }

    private void frontMatter(StringBuilder text) {
        CardSettings card = configuration.card();
        text.append("---\n");
        text.append("pretty_name: \"").append(card.name().replace("\"", "'")).append("\"\n");
        text.append("license: ").append(card.license()).append('\n');
        text.append("task_categories:\n- text-generation\n");
        text.append("size_categories:\n- ").append(sizeCategory(funnel.kept())).append('\n');
        text.append("language:\n");
        languages("train").stream()
                .map(l -> LanguageTag.parse(l).language())
                .distinct()
                .forEach(l -> text.append("- ").append(l).append('\n'));
        text.append("configs:\n");
        totals.forEach((language, splits) -> {
            if (splits.containsKey("train") || splits.containsKey("test")) {
                text.append("- config_name: ").append(language).append("\n  data_files:\n");
                for (String split : List.of("train", "test")) {
                    if (splits.containsKey(split)) {
                        dataFiles(text, split, "data/" + language + "/" + split + "-*.parquet");
                    }
                }
            }
            if (splits.containsKey("removed")) {
                text.append("- config_name: ").append(language).append("_removed\n  data_files:\n");
                dataFiles(text, "train", "removed/" + language + "/removed-*.parquet");
            }
        });
        text.append("---\n\n");
    }

    private static void dataFiles(StringBuilder text, String split, String path) {
        text.append("  - split: ")
                .append(split)
                .append("\n    path: ")
                .append(path)
                .append('\n');
    }

    private static String sizeCategory(long documents) {
        String[] names = {
            "n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M", "100M<n<1B", "1B<n<10B"
        };
        long limit = 1_000;
        for (String name : names) {
            if (documents < limit) {
                return name;
            }
            limit *= 10;
        }
        return "n>10B";
    }

    private void languageTable(StringBuilder text) {
        text.append("## Languages\n\n");
        text.append(
                "| configuration | language | documents | words | text bytes | file bytes | removed by filters |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|\n");
        LanguageLabels labels = LanguageLabels.standard();
        totals.forEach((language, splits) -> {
            Totals none = new Totals(0, 0, 0, 0);
            Totals kept = splits.getOrDefault("train", none).plus(splits.getOrDefault("test", none));
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d | %,d | %,d |%n",
                    language,
                    labels.name(LanguageTag.parse(language)),
                    kept.documents(),
                    kept.words(),
                    kept.textBytes(),
                    kept.bytes(),
                    splits.getOrDefault("removed", none).documents()));
        });
        text.append('\n');
    }

    private void method(StringBuilder text) {
        text.append("## How it was made\n\n");
        text.append("- Main text: extracted from HTML and PDF; `")
                .append(configuration.extract().format().name().toLowerCase(Locale.ROOT))
                .append("` rendering.\n");
        text.append("- Language: engine `")
                .append(configuration.language().engine().name().toLowerCase(Locale.ROOT))
                .append("`, probability of at least ")
                .append(configuration.language().threshold())
                .append(" unless a language has its own threshold.\n");
        text.append("- Duplicates: mode `")
                .append(configuration.dedup().mode().name().toLowerCase(Locale.ROOT))
                .append("`, ")
                .append(configuration.dedup().bands())
                .append(" bands of ")
                .append(configuration.dedup().rows())
                .append(" hashes over ")
                .append(configuration.dedup().ngram())
                .append("-word shingles; one document of each cluster stays.\n");
        text.append("- Filters: plan `")
                .append(configuration.quality().profile())
                .append("`; every removed document carries each rule it failed with value and threshold.\n");
        text.append("- Opt-outs honoured: ")
                .append(String.join(
                        ", ",
                        configuration.rights().honour().stream()
                                .map(s ->
                                        "`" + s.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                                .toList()))
                .append(".\n");
        text.append("- Columns: schema `").append(manifest.schema()).append("`, the same in every file.\n");
        text.append("- Fingerprint of settings and input: `")
                .append(manifest.fingerprint())
                .append("`.\n\n");
    }

    private static void limits(StringBuilder text, CardSettings card) {
        text.append("## Limits\n\n");
        text.append("Web text holds errors, opinions and offensive content. Language labels are a program's, and less "
                + "sure for small languages. Masks for personal data find patterns, not people. The page's own licence, "
                + "where it states one, is in the column `licence`.\n\n");
        text.append("## Takedown\n\n");
        text.append(
                card.contact().isEmpty()
                        ? "The publisher of this dataset has named no contact.\n"
                        : "Write to " + card.contact() + " with the addresses or ids of the documents.\n");
    }
}
