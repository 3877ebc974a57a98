package org.babelmill.jobs.card;

import java.util.Locale;
import java.util.stream.Collectors;
import org.babelmill.jobs.card.LanguageTotals.Totals;
import org.babelmill.jobs.summary.Funnel;
import org.babelmill.pipeline.config.CardSettings;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** The dataset card: a README in the form the Hugging Face Hub reads, with every figure taken from the run. */
public final class DatasetCard {

    private final RunConfiguration configuration;
    private final ReleaseManifest manifest;
    private final ReleaseFacts facts;
    private final LanguageTotals totals;

    /** A card for a release. */
    public DatasetCard(ReleaseManifest manifest, ReleaseFacts facts) {
        this.configuration = facts.configuration();
        this.manifest = manifest;
        this.facts = facts;
        this.totals = new LanguageTotals(manifest.files());
    }

    /** The card as Markdown with YAML front matter. */
    public String text() {
        CardSettings card = configuration.card();
        Funnel funnel = facts.funnel();
        StringBuilder text = new StringBuilder(new CardHead(card, totals).text());
        text.append("# ").append(card.name()).append("\n\n");
        text.append(String.format(
                Locale.ROOT,
                "Version %s. Text of web pages in %,d languages, made by Babelmill %s from %,d archived records of %,d "
                        + "input files. %,d documents are in the splits for training and testing; what became of the "
                        + "other records stands below.%n%n",
                manifest.version(),
                totals.languages("train").size(),
                manifest.babelmill(),
                funnel.records(),
                facts.inputFiles(),
                totals.kept().documents()));
        text.append("## From records to documents\n\n```\n")
                .append(funnel.text())
                .append("```\n\n");
        if (facts.takenBack() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%,d %s taken back since.%n%n",
                    facts.takenBack(),
                    facts.takenBack() == 1 ? "document was" : "documents were"));
        }
        languageTable(text);
        method(text);
        filters(text);
        limits(text, card);
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private void languageTable(StringBuilder text) {
        text.append("## Languages\n\n");
        text.append("| configuration | language | train | test | words | text bytes | file bytes | removed by filters "
                + "|\n|---|---|---:|---:|---:|---:|---:|---:|\n");
        LanguageLabels labels = LanguageLabels.standard();
        for (String language : totals.byLanguage().keySet()) {
            Totals kept = totals.kept(language);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d | %,d | %,d | %,d |%n",
                    language,
                    labels.name(LanguageTag.parse(language)),
                    totals.of(language, "train").documents(),
                    totals.of(language, "test").documents(),
                    kept.words(),
                    kept.textBytes(),
                    kept.bytes(),
                    totals.of(language, "removed").documents()));
        }
        text.append('\n');
    }

    private static String name(Enum<?> constant) {
        return "`" + constant.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`";
    }

    private void method(StringBuilder text) {
        text.append("## How it was made\n\n");
        if (!facts.inputs().isEmpty()) {
            text.append("- Inputs: ")
                    .append(facts.inputs().stream().map(i -> "`" + i + "`").collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        text.append("- Main text: extracted from HTML and PDF; ")
                .append(name(configuration.extract().format()))
                .append(" rendering.\n- Language: engine ")
                .append(name(configuration.language().engine()))
                .append(", probability of at least ")
                .append(configuration.language().threshold())
                .append(" unless a language has its own threshold.\n");
        text.append("- Duplicates: mode ")
                .append(name(configuration.dedup().mode()))
                .append(", ")
                .append(configuration.dedup().bands())
                .append(" bands of ")
                .append(configuration.dedup().rows())
                .append(" hashes over ")
                .append(configuration.dedup().ngram())
                .append("-word shingles; duplicates share `minhash_cluster_id`.\n");
        text.append("- Copies: rehydration ")
                .append(name(configuration.balance().rehydration()))
                .append("; how often to use a document stands in `repeats`.\n");
        text.append("- Test split: whole duplicate clusters, drawn by hash; at most ")
                .append(configuration.shards().testShare())
                .append(" of a language.\n");
        text.append("- Opt-outs honoured: ")
                .append(configuration.rights().honour().stream()
                        .map(DatasetCard::name)
                        .collect(Collectors.joining(", ")))
                .append(".\n- Personal data masked: ")
                .append(configuration.privacy().mask().stream()
                        .map(DatasetCard::name)
                        .collect(Collectors.joining(", ")))
                .append(".\n- Columns: schema `")
                .append(manifest.schema())
                .append("`, the same in every file. Fingerprint of settings and input: `")
                .append(manifest.fingerprint())
                .append("`. `stats/run.json` has all settings and counts, `manifest.json` every file.\n\n");
    }

    private void filters(StringBuilder text) {
        text.append("## Filters\n\nPlan `")
                .append(configuration.quality().profile())
                .append("`. Every removed document carries each rule it failed, with value and threshold, in "
                        + "`reasons`.\n\n");
        facts.filters().forEach(f -> text.append("- ").append(f).append('\n'));
        text.append('\n');
        if (facts.thresholds().values().stream().anyMatch(own -> !own.isEmpty())) {
            text.append("What each language's own thresholds are stands in `stats/run.json`, under `thresholds`.\n\n");
        }
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
