package org.babelmill.langid.lingua;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * The n-grams of one length with the languages that have them and their probabilities. Immutable and shared.
 *
 * <p>A hash table of positions in a byte array. A record there is: 16 bits of the key, beyond those that the place in the
 * table says; the number of languages less one; for each language its number and, in 16 bits, its probability.
 */
final class GramTable {

    /** What stored values count in, of -ln p: fine enough for Lingua's decisions, and the smallest p is 3e-10. */
    static final double UNIT = 1.0 / 3000;

    private static final int ENTRY = 3;
    private static final int HEADER = 3;

    private final int[] slots;
    private final int bits;
    private final byte[] records;

    private GramTable(int[] slots, int bits, byte[] records) {
        this.slots = slots;
        this.bits = bits;
        this.records = records;
    }

    /** Where the record of an n-gram is; -1 where no language has it. */
    int find(long key) {
        int mask = slots.length - 1;
        int check = (int) (key >>> (48 - bits)) & 0xFFFF;
        for (int at = (int) (key >>> (64 - bits)); slots[at] != 0; at = (at + 1) & mask) {
            int record = slots[at] - 1;
            if ((((records[record] & 0xFF) << 8) | (records[record + 1] & 0xFF)) == check) {
                return record;
            }
        }
        return -1;
    }

    /** Writes -ln p, in units of {@link #UNIT}, of each language that has the n-gram of a record. */
    void write(int record, int[] values) {
        int at = record + HEADER;
        int end = at + ((records[record + 2] & 0xFF) + 1) * ENTRY;
        for (; at < end; at += ENTRY) {
            values[records[at]] = ((records[at + 1] & 0xFF) << 8) | (records[at + 2] & 0xFF);
        }
    }

    /** Bytes of memory. */
    long memory() {
        return 4L * slots.length + records.length;
    }

    /** Collects the n-grams of all languages. */
    static final class Builder {

        private long[] keys = new long[1 << 16];
        private long[] values = new long[1 << 16];
        private int size;

        /** @param probability above 0 */
        void add(int language, long key, double probability) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size + (size >> 1));
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            long value = Math.max(1, Math.min(0xFFFF, Math.round(-StrictMath.log(probability) / UNIT)));
            keys[size] = key ^ Long.MIN_VALUE;
            values[size++] = ((long) language << 16) | value;
        }

        GramTable build() {
            LongArrays.parallelQuickSort(keys, values, 0, size);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
            }
            int bits = Math.max(4, 64 - Long.numberOfLeadingZeros(distinct * 3L / 2));
            int[] slots = new int[1 << bits];
            byte[] records = new byte[distinct * HEADER + size * ENTRY];
            int used = 0;
            for (int from = 0; from < size; ) {
                int to = from + 1;
                while (to < size && keys[to] == keys[from]) {
                    to++;
                }
                place(slots, (keys[from] ^ Long.MIN_VALUE) >>> (64 - bits), used + 1);
                used = record(records, used, bits, from, to);
                from = to;
            }
            return new GramTable(slots, bits, records);
        }

        private int record(byte[] records, int start, int bits, int from, int to) {
            int at = start;
            int check = (int) ((keys[from] ^ Long.MIN_VALUE) >>> (48 - bits));
            records[at++] = (byte) (check >>> 8);
            records[at++] = (byte) check;
            records[at++] = (byte) (to - from - 1);
            for (int i = from; i < to; i++) {
                records[at++] = (byte) (values[i] >>> 16);
                records[at++] = (byte) (values[i] >>> 8);
                records[at++] = (byte) values[i];
            }
            return at;
        }

        private static void place(int[] slots, long home, int value) {
            int at = (int) home;
            while (slots[at] != 0) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = value;
        }
    }
}
