package org.babelmill.jobs.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The stages of a run, in order. A stage is done again when its fingerprint changes: the settings it reads and, through
 * the stage before, everything it follows from.
 */
public enum RunStage {
    /** Archives to {@code documents}, {@code signals} and {@code ledger}: the one pass over the input. */
    DOCUMENTS(
            Set.of("seed", "input", "url", "rights", "extract", "language", "signals", "dedup"),
            List.of("documents", "signals", "ledger", "robots", "splits")),
    /** Signatures to {@code clusters}. */
    DEDUP(Set.of("dedup"), List.of("clusters")),
    /** Signals and clusters to {@code decisions}. */
    DECIDE(Set.of("quality", "balance"), List.of("decisions")),
    /** Decisions and text to {@code shards}. */
    SHARD(Set.of("shards", "privacy", "card"), List.of("shards")),
    /** Everything to {@code report.html}. */
    REPORT(Set.of(), List.of());

    private final Set<String> sections;
    private final List<String> folders;

    RunStage(Set<String> sections, List<String> folders) {
        this.sections = sections;
        this.folders = folders;
    }

    /** Sections of the configuration that this stage reads. */
    public Set<String> sections() {
        return sections;
    }

    /** Folders of the run directory that this stage writes. */
    public List<String> folders() {
        return folders;
    }

    /** The name used on the command line and in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
