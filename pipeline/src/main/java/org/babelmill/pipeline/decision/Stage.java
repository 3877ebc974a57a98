package org.babelmill.pipeline.decision;

import java.util.Locale;

/**
 * The rooms a record passes, in order. A record that does not become a document, and a document that does not reach a
 * shard, names the stage that stopped it.
 */
public enum Stage {
    /** Reading the archive: damaged members, bad headers, records over the size limit. */
    READ,
    /** Record selection: record type, HTTP status, media type. */
    SELECT,
    /** URL policy: block lists, words, extensions. */
    URL,
    /** Opt-out signals and licences. */
    RIGHTS,
    /** Charset, parsing, main text. */
    EXTRACT,
    /** Script and language. */
    LANGUAGE,
    /** Exact and near duplicates. */
    DEDUP,
    /** Quality filters. */
    QUALITY,
    /** Sampling and budgets. */
    BALANCE,
    /** Removed on request after publication. */
    TAKEDOWN;

    /** The name used in tables, reports and configuration: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
