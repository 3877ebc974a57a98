package org.babelmill.jobs.maintext;

/** What a line of main text holds. */
public enum MainTextFormat {
    /** {@code text} is plain text. */
    JSONL,
    /** {@code text} is Markdown. */
    MARKDOWN,
    /** {@code blocks} is the typed tree instead of {@code text}. */
    TREE
}
