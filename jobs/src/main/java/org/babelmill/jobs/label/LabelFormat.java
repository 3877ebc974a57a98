package org.babelmill.jobs.label;

/** What a line of labels holds. */
public enum LabelFormat {
    /** Id, label, probability of the most likely language. */
    TSV,
    /** The same, the most likely language where the label is {@code und}, and the candidates, as JSON. */
    JSONL
}
