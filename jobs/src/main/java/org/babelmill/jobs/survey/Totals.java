package org.babelmill.jobs.survey;

import java.io.Serializable;

/**
 * Documents under one name.
 *
 * @param documents how many
 * @param kept how many of them were kept
 * @param words words of the kept ones
 */
public record Totals(long documents, long kept, long words) implements Serializable {

    Totals plus(Totals other) {
        return new Totals(documents + other.documents, kept + other.kept, words + other.words);
    }
}
