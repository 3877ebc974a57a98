package org.babelmill.quality.text;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Collection;
import org.babelmill.pipeline.text.Spans;
import org.babelmill.pipeline.text.WordSegmenter;

/**
 * Words of a list by their token hash, numbered. A word is taken as the segmenter cuts it in a text, so that {@code དང་}
 * is found as {@code དང}; one that is cut into several tokens can never occur and is left out. Immutable.
 */
public final class WordSet {

    private final Long2IntOpenHashMap numbers;
    private final HashFilter filter = new HashFilter();
    private final int size;

    private WordSet(Long2IntOpenHashMap numbers, int size) {
        this.numbers = numbers;
        this.size = size;
        numbers.keySet().forEach(filter::add);
    }

    /** Words to be found as they are written. */
    public static WordSet asWritten(Collection<String> words, WordSegmenter segmenter) {
        return of(words, segmenter, false);
    }

    /** Words to be found in upper or lower case, by {@link Tokens#folded}. */
    public static WordSet anyCase(Collection<String> words, WordSegmenter segmenter) {
        return of(words, segmenter, true);
    }

    private static WordSet of(Collection<String> words, WordSegmenter segmenter, boolean fold) {
        Long2IntOpenHashMap numbers = new Long2IntOpenHashMap(words.size());
        numbers.defaultReturnValue(-1);
        Spans spans = new Spans();
        for (String word : words) {
            char[] chars = word.toCharArray();
            spans.clear();
            segmenter.segment(chars, chars.length, spans);
            if (spans.size() == 1) {
                long hash = fold
                        ? TokenHash.folded(chars, spans.start(0), spans.end(0))
                        : TokenHash.of(chars, spans.start(0), spans.end(0));
                numbers.putIfAbsent(hash, numbers.size());
            }
        }
        return new WordSet(numbers, numbers.size());
    }

    /** How many different words can be found. */
    public int size() {
        return size;
    }

    /** The number of the word with a hash, from 0; -1 where the list has none. */
    public int number(long hash) {
        return filter.mayContain(hash) ? numbers.get(hash) : -1;
    }
}
