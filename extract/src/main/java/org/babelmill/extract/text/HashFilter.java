package org.babelmill.extract.text;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongCollection;

/**
 * Tells of most hashes that they are not in a table, from so few bits that they stay in the processor's cache, where a
 * table of some hundred kilobytes does not. A Bloom filter of two bits an entry, both in one word (Putze, Sanders and
 * Singler, 2007). Immutable and safe to share.
 */
public final class HashFilter {

    private static final int BITS_PER_ENTRY = 8;

    private final long[] bits;
    private final int mask;

    /** @param entries hashes of the table; their lowest and highest bits have to be well mixed */
    public HashFilter(LongCollection entries) {
        bits = new long
                [HashCommon.nextPowerOfTwo(Math.max(1, (int) ((long) entries.size() * BITS_PER_ENTRY / Long.SIZE)))];
        mask = bits.length - 1;
        entries.forEach(entry -> bits[word(entry)] |= marks(entry));
    }

    /** Whether the table may hold the hash; false only where it does not. */
    public boolean mayHold(long hash) {
        long marks = marks(hash);
        return (bits[word(hash)] & marks) == marks;
    }

    /** By the lowest six bits of a hash and by the highest. */
    private static long marks(long hash) {
        return 1L << hash | 1L << (hash >>> 58);
    }

    private int word(long hash) {
        return (int) (hash >>> 6) & mask;
    }
}
