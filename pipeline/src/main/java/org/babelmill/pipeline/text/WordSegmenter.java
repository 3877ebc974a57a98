package org.babelmill.pipeline.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens: words, numbers, and punctuation as tokens of its own. Every rule about words - how many, how
 * long, which - rests on one of these, so thresholds belong to the segmenter they were derived with.
 *
 * <p>An implementation may keep scratch space: one instance belongs to one thread.
 */
public interface WordSegmenter {

    /**
     * Finds the tokens of the first {@code length} units of {@code text}. Tokens come in reading order, do not overlap,
     * are not empty and hold no white space at either end.
     *
     * @param into receives the tokens after what it already holds
     */
    void segment(char[] text, int length, Spans into);

    /** The tokens as strings; for tests and small inputs. */
    default List<String> words(String text) {
        Spans spans = new Spans();
        segment(text.toCharArray(), text.length(), spans);
        List<String> words = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            words.add(text.substring(spans.start(i), spans.end(i)));
        }
        return words;
    }
}
