package org.babelmill.pipeline.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Everything a run can be told. Each component is one section of {@code conf/babelmill.yaml}, which also holds every
 * default and says what each key does.
 *
 * @param seed decides every draw: samples, splits, fractional copies, shuffles
 */
public record RunConfiguration(
        long seed,
        InputSettings input,
        StorageSettings storage,
        UrlSettings url,
        RightsSettings rights,
        ExtractSettings extract,
        LanguageSettings language,
        SignalSettings signals,
        LineSettings lines,
        DedupSettings dedup,
        QualitySettings quality,
        PrivacySettings privacy,
        BalanceSettings balance,
        TakedownSettings takedown,
        ShardSettings shards,
        CardSettings card) {

    public RunConfiguration {
        requireNonNull(input, "input");
        requireNonNull(storage, "storage");
        requireNonNull(url, "url");
        requireNonNull(rights, "rights");
        requireNonNull(extract, "extract");
        requireNonNull(language, "language");
        requireNonNull(signals, "signals");
        requireNonNull(lines, "lines");
        requireNonNull(dedup, "dedup");
        requireNonNull(quality, "quality");
        requireNonNull(privacy, "privacy");
        requireNonNull(balance, "balance");
        requireNonNull(takedown, "takedown");
        requireNonNull(shards, "shards");
        requireNonNull(card, "card");
    }

    /** The same configuration with its block lists at another path. */
    public RunConfiguration withBlockLists(Optional<String> lists) {
        return new RunConfiguration(
                seed,
                input,
                storage,
                url.withLists(lists),
                rights,
                extract,
                language,
                signals,
                lines,
                dedup,
                quality,
                privacy,
                balance,
                takedown,
                shards,
                card);
    }
}
