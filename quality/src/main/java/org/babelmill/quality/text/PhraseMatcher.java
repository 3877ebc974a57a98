package org.babelmill.quality.text;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import org.babelmill.pipeline.text.Spans;
import org.babelmill.pipeline.text.WordSegmenter;

/**
 * Finds words and phrases of a list among the tokens of a text, regardless of case. A phrase is cut by the same segmenter
 * as the texts. Filled first, then safe to share between threads that only look.
 */
public final class PhraseMatcher {

    private static final long[][] NONE = {};

    private final Long2ObjectOpenHashMap<long[][]> byHead = new Long2ObjectOpenHashMap<>();
    private final HashFilter heads = new HashFilter();

    /** Adds a word or phrase; one without tokens adds nothing. */
    public void add(String phrase, WordSegmenter segmenter) {
        char[] chars = phrase.toCharArray();
        Spans spans = new Spans();
        segmenter.segment(chars, chars.length, spans);
        if (spans.size() == 0) {
            return;
        }
        long[] tokens = new long[spans.size()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = TokenHash.folded(chars, spans.start(i), spans.end(i));
        }
        long[][] old = byHead.getOrDefault(tokens[0], NONE);
        long[][] longer = Arrays.copyOf(old, old.length + 1);
        longer[old.length] = tokens;
        byHead.put(tokens[0], longer);
        heads.add(tokens[0]);
    }

    /** False only for a first token, by its hash in lower case, with which no listed phrase begins. */
    public boolean mayBegin(long folded) {
        return heads.mayContain(folded);
    }

    /** How many tokens the longest listed phrase has that begins at a token; 0 where none does. */
    public int match(Tokens tokens, int at) {
        long head = tokens.folded(at);
        if (!heads.mayContain(head)) {
            return 0;
        }
        long[][] phrases = byHead.get(head);
        int longest = 0;
        if (phrases != null) {
            for (long[] phrase : phrases) {
                if (phrase.length > longest && matches(phrase, tokens, at)) {
                    longest = phrase.length;
                }
            }
        }
        return longest;
    }

    /** How many tokens of a text stand in listed phrases. */
    public int covered(Tokens tokens) {
        int covered = 0;
        for (int i = 0; i < tokens.size(); ) {
            int n = match(tokens, i);
            covered += n;
            i += Math.max(1, n);
        }
        return covered;
    }

    private static boolean matches(long[] phrase, Tokens tokens, int at) {
        if (at + phrase.length > tokens.size()) {
            return false;
        }
        for (int i = 1; i < phrase.length; i++) {
            if (phrase[i] != tokens.folded(at + i)) {
                return false;
            }
        }
        return true;
    }
}
