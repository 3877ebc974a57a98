package org.babelmill.langid.ngram;

/**
 * The slots of words looked up lately. A few thousand words make up most of any text, and their slots, kept together, stay
 * in a processor's own cache, which a pack is far too large for. What it answers is what the pack would answer. One thread
 * at a time.
 */
final class SlotCache {

    /** 4,096 words in 64 KiB; four times as many would be found a tenth more often and push out more of what is useful. */
    private static final int BITS = 12;

    private final NgramPack pack;
    private final long[] entries = new long[2 << BITS];

    SlotCache(NgramPack pack) {
        this.pack = pack;
        // The place of key 0 must not look as if key 0 had been put there.
        entries[0] = -1;
    }

    /** Whether {@link #slot} can answer for a key. */
    boolean holds(long key) {
        return entries[place(key)] == key;
    }

    /** The slot of a key that is held; 0 where no language has the word. */
    long slot(long key) {
        return entries[place(key) + 1];
    }

    /** Looks a key up in the pack, and holds it from now on, in the place of another. */
    long find(long key) {
        int place = place(key);
        long slot = pack.find(key);
        entries[place] = key;
        entries[place + 1] = slot;
        return slot;
    }

    private static int place(long key) {
        return (int) (key >>> (64 - BITS)) << 1;
    }
}
