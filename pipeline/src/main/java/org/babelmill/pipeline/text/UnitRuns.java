package org.babelmill.pipeline.text;

import java.util.function.IntPredicate;

/**
 * Finds where runs of units of one kind begin and end in a text. Sixty-four units at a time are looked up, without a branch,
 * into the bits of a number, in which the end of a run is found by counting zeros: a loop over each run costs more, since
 * its end is guessed wrong. Belongs to one thread.
 */
final class UnitRuns {

    private static final int BLOCK = 64;

    private final byte[] wanted;
    private char[] text = {};
    private int length;
    private int from;
    private long bits;

    /** Runs of units for which a table of all 65,536 has 1, not 0. */
    UnitRuns(byte[] table) {
        this.wanted = table;
    }

    /** A table for {@link #UnitRuns(byte[])}. */
    static byte[] table(IntPredicate wanted) {
        byte[] table = new byte[0x10000];
        for (int unit = 0; unit < table.length; unit++) {
            table[unit] = (byte) (wanted.test(unit) ? 1 : 0);
        }
        return table;
    }

    /** Takes in the first {@code length} units of a text. */
    void reset(char[] text, int length) {
        this.text = text;
        this.length = length;
        load(0);
    }

    /** The first place from {@code at} on where a wanted unit stands; the text's length where none does. */
    int next(int at) {
        return find(at, 0);
    }

    /** The first place from {@code at} on where no wanted unit stands; the text's length where all are wanted. */
    int end(int at) {
        return find(at, -1);
    }

    private int find(int start, long flip) {
        int at = start;
        while (at < length) {
            if ((at & -BLOCK) != from) {
                load(at & -BLOCK);
            }
            long rest = (bits ^ flip) >>> at;
            if (rest != 0) {
                return Math.min(length, at + Long.numberOfTrailingZeros(rest));
            }
            at = from + BLOCK;
        }
        return length;
    }

    private void load(int block) {
        from = block;
        int units = Math.min(BLOCK, length - block);
        long found = 0;
        for (int i = 0; i < units; i++) {
            found |= (long) wanted[text[block + i]] << i;
        }
        bits = found;
    }
}
