package org.babelmill.jobs.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stages of a run, in order. A stage is done again when its fingerprint changes: the settings it reads and, through
 * the stage before, everything it follows from.
 */
public enum RunStage {
    /** Archives to {@code documents}, {@code signals} and {@code ledger}: the one pass over the input. */
    DOCUMENTS(
            union(List.of(
                    Set.of("seed", "input", "url", "rights", "extract", "language", "signals"),
                    Set.of("quality.language-profiles"),
                    RunStage.signatureSettings())),
            List.of("documents", "signals", "ledger", "robots")),
    /** Texts to {@code signatures} and {@code ledger}: what duplicate detection alone begins with. */
    SIGNATURES(union(List.of(Set.of("input"), RunStage.signatureSettings())), List.of("signatures", "ledger")),
    /** Signatures to {@code clusters}. */
    DEDUP(Set.of("dedup", "takedown"), List.of("clusters")),
    /** Signals and clusters to {@code decisions}. */
    DECIDE(Set.of("quality.profile", "quality.rules", "quality.without", "balance", "takedown"), List.of("decisions")),
    /** Decisions and text to {@code shards}. */
    SHARD(Set.of("shards", "privacy", "card"), List.of("shards")),
    /** Everything to {@code report.html}. */
    REPORT(Set.of("quality.alarm"), List.of()),
    /** Texts to {@code texts}, without lines that too many pages have, and {@code ledger}. */
    LINES(Set.of("input", "lines"), List.of("texts", "ledger"));

    /** The stages that make a corpus. */
    public static final List<RunStage> CORPUS = List.of(DOCUMENTS, DEDUP, DECIDE, SHARD, REPORT);

    /** The stages that find the duplicates of a collection of texts. */
    public static final List<RunStage> TEXT_DEDUP = List.of(SIGNATURES, DEDUP);

    /** The stage that takes lines out of a collection of texts. */
    public static final List<RunStage> TEXT_LINES = List.of(LINES);

    private final Set<String> settings;
    private final List<String> folders;

    RunStage(Set<String> settings, List<String> folders) {
        this.settings = settings;
        this.folders = folders;
    }

    /** Dotted keys of the settings that this stage reads; a section stands for all its keys. */
    public Set<String> settings() {
        return settings;
    }

    /**
     * Whether what a split leaves follows from its stretch of input and the settings alone, so that it stays when other
     * files come or go.
     */
    public boolean isOfSplitsAlone() {
        return this == DOCUMENTS || this == SIGNATURES;
    }

    /** Folders of the run directory that this stage writes. */
    public List<String> folders() {
        return folders;
    }

    /** The stages that write a folder; never none for a table. */
    public static List<RunStage> writing(String folder) {
        return Arrays.stream(values()).filter(s -> s.folders.contains(folder)).toList();
    }

    /** The name used on the command line and in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a document's signature follows from, besides its text. */
    private static Set<String> signatureSettings() {
        return Set.of(
                "dedup.ngram",
                "dedup.unspaced-ngram",
                "dedup.bands",
                "dedup.rows",
                "dedup.seed",
                "dedup.sketch-bits",
                "dedup.exact-check");
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
