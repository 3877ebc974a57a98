package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.text.CharClass;

/** The words of a short block as hashes: runs of letters, whatever the script. */
public final class BlockWords {

    /** Longer blocks are judged by their shape, not by their words. */
    private static final int MAX_WORDS = 30;

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final long[] words = new long[MAX_WORDS * 2];
    private int count;

    /** Reads the words of a block; none when it is long. */
    public void of(PageOutline page, int block) {
        count = 0;
        if (page.words(block) > MAX_WORDS) {
            return;
        }
        char[] text = page.text();
        long hash = SEED;
        for (int i = page.textStart(block); i < page.textEnd(block); i++) {
            byte type = CharClass.of(text[i]);
            if (type == CharClass.WORD || type == CharClass.LONE) {
                hash = (hash ^ CharClass.lower(text[i])) * PRIME;
            } else if (hash != SEED) {
                add(hash);
                hash = SEED;
            }
        }
        if (hash != SEED) {
            add(hash);
        }
    }

    private void add(long hash) {
        if (count < words.length) {
            words[count++] = hash;
        }
    }

    /** Number of words. */
    public int count() {
        return count;
    }

    /** A word. */
    public long word(int index) {
        return words[index];
    }
}
