package org.babelmill.jobs.input;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the bytes of an input file are read. */
public enum InputKind {
    /** WARC, WET or WAT, compressed by record or not. */
    ARCHIVE,
    /** One JSON object a line with {@code id} and {@code text}; plain, gzip or zstd. */
    JSONL,
    /** Parquet with the columns {@code id} and {@code text}. */
    PARQUET,
    /** One page as a file. */
    HTML;

    private static final Pattern ARCHIVE_NAME = Pattern.compile(".*(warc|wet|wat)(\\.gz)?");
    private static final Pattern JSONL_NAME = Pattern.compile(".*\\.(jsonl|ndjson|json)(\\.gz|\\.zst)?");
    private static final Pattern PARQUET_NAME = Pattern.compile(".*\\.parquet");
    private static final Pattern HTML_NAME = Pattern.compile(".*\\.(html|htm|xhtml)");

    /** The kind that a file's name announces; empty for other names. */
    public static Optional<InputKind> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (ARCHIVE_NAME.matcher(lower).matches()) {
            return Optional.of(ARCHIVE);
        }
        if (JSONL_NAME.matcher(lower).matches()) {
            return Optional.of(JSONL);
        }
        if (PARQUET_NAME.matcher(lower).matches()) {
            return Optional.of(PARQUET);
        }
        return HTML_NAME.matcher(lower).matches() ? Optional.of(HTML) : Optional.empty();
    }

    /** What a user should see: {@code WARC, WET or WAT archive} and the like. */
    public String description() {
        return switch (this) {
            case ARCHIVE -> "WARC, WET or WAT archive (.warc, .warc.gz, .wet.gz, .wat.gz)";
            case JSONL -> "JSON lines (.jsonl, .jsonl.gz, .jsonl.zst)";
            case PARQUET -> "Parquet (.parquet)";
            case HTML -> "HTML page (.html)";
        };
    }
}
