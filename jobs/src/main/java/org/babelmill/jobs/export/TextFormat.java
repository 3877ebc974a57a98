package org.babelmill.jobs.export;

/** The forms a table can be exported in. */
public enum TextFormat {
    /** One JSON object a row, nulls left out. */
    JSONL,
    /**
     * Tab-separated values without a head line. Tab, line feed, carriage return and backslash inside text are written as
     * {@code \t \n \r \\}, true and false as 1 and 0, null as nothing, lists as JSON.
     */
    TSV
}
