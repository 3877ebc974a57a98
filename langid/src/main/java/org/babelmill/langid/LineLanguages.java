package org.babelmill.langid;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The languages of a text's lines.
 *
 * @param runs the lines in order, neighbours with the same label as one run; lines are what stands between line feeds, so
 *     there is at least one. A line without letters is {@code zxx_Zxxx}, one that cannot be told is {@code und}
 * @param shares for each label, which share of the letters its lines have, largest first; lines without letters have none
 * @param mixed whether a second language has a part of the text that is worth mentioning
 * @param codeMix share of the letters of lines with a known language that are in another than the document's
 */
public record LineLanguages(List<Run> runs, List<Candidate> shares, boolean mixed, double codeMix) {

    /** Of a text whose lines were not looked at. */
    public static final LineLanguages NONE = new LineLanguages(List.of(), List.of(), false, 0);

    public LineLanguages {
        runs = List.copyOf(runs);
        shares = List.copyOf(shares);
    }

    /**
     * Neighbouring lines with the same label.
     *
     * @param lines how many, at least 1
     */
    public record Run(LanguageTag tag, int lines) {

        public Run {
            requireNonNull(tag, "tag");
        }
    }
}
