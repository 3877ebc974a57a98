package org.babelmill.langid.ngram;

/**
 * Remembers where the features that were looked up last are in a pack: most words of a text are among a few hundred, and
 * the pack is too large for a processor's caches. Changes no result. One thread at a time.
 */
final class SlotCache {

    /** Places; with a key and a slot each this is 128 KiB. */
    private static final int BITS = 13;

    private final NgramPack pack;
    private final long[] keys = new long[1 << BITS];
    private final long[] slots = new long[1 << BITS];

    SlotCache(NgramPack pack) {
        this.pack = pack;
    }

    /** The slot of a feature, or 0 where no language has it. */
    long find(long key) {
        int at = (int) (key >>> (64 - BITS));
        if (keys[at] == key && key != 0) {
            return slots[at];
        }
        long slot = pack.find(key);
        keys[at] = key;
        slots[at] = slot;
        return slot;
    }
}
