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
            Set.of("seed", "input", "url", "rights", "extract", "language", "signals", "quality.language-profiles"),
            List.of("documents", "signals", "ledger", "robots")),
    /** Signatures to {@code clusters}. */
    DEDUP(Set.of("dedup"), List.of("clusters")),
    /** Signals and clusters to {@code decisions}. */
    DECIDE(Set.of("quality.profile", "quality.rules", "quality.alarm", "balance", "takedown"), List.of("decisions")),
    /** Decisions and text to {@code shards}. */
    SHARD(Set.of("shards", "privacy", "card"), List.of("shards")),
    /** Everything to {@code report.html}. */
    REPORT(Set.of(), List.of());

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

    /** Folders of the run directory that this stage writes. */
    public List<String> folders() {
        return folders;
    }

    /** The stage that writes a folder. */
    public static RunStage writing(String folder) {
        for (RunStage stage : values()) {
            if (stage.folders.contains(folder)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no stage writes " + folder);
    }

    /** The name used on the command line and in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
