package org.babelmill.bench.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Longest common subsequence of two token sequences, bit-parallel (Hyyrö, 2004). */
final class Alignment {

    private static final long MAX_CELLS = 3_000_000_000L;

    private Alignment() {}

    /** Which tokens of {@code a} lie on a longest common subsequence with {@code b}. */
    static boolean[] matched(int[] a, int[] b) {
        boolean[] matched = new boolean[a.length];
        if (a.length == 0 || b.length == 0) {
            return matched;
        }
        int[] other = (long) a.length * b.length > MAX_CELLS ? Arrays.copyOf(b, (int) (MAX_CELLS / a.length)) : b;
        long[][] rows = rows(a, other);
        int i = a.length;
        int j = other.length;
        while (i > 0 && j > 0) {
            if (bit(rows[i - 1], j - 1)) {
                j--;
            } else {
                i--;
                if (i == 0 || bit(rows[i - 1], j - 1)) {
                    matched[i] = true;
                    j--;
                }
            }
        }
        return matched;
    }

    /** Length of a longest common subsequence. */
    static int length(int[] a, int[] b) {
        int width = (b.length + 63) / 64;
        Map<Integer, long[]> places = places(b, width);
        long[] row = new long[width];
        Arrays.fill(row, -1L);
        for (int token : a) {
            long[] here = places.get(token);
            row = here == null ? row : next(row, here);
        }
        int length = 0;
        for (int j = 0; j < b.length; j++) {
            length += bit(row, j) ? 0 : 1;
        }
        return length;
    }

    private static Map<Integer, long[]> places(int[] b, int width) {
        Map<Integer, long[]> places = new HashMap<>();
        for (int j = 0; j < b.length; j++) {
            places.computeIfAbsent(b[j], token -> new long[width])[j >> 6] |= 1L << (j & 63);
        }
        return places;
    }

    private static boolean bit(long[] row, int index) {
        return (row[index >> 6] >>> (index & 63) & 1) != 0;
    }

    private static long[][] rows(int[] a, int[] b) {
        int width = (b.length + 63) / 64;
        Map<Integer, long[]> places = places(b, width);
        long[][] rows = new long[a.length][];
        long[] row = new long[width];
        Arrays.fill(row, -1L);
        for (int i = 0; i < a.length; i++) {
            long[] here = places.get(a[i]);
            row = here == null ? row : next(row, here);
            rows[i] = row;
        }
        return rows;
    }

    private static long[] next(long[] row, long[] here) {
        long[] next = new long[row.length];
        long carry = 0;
        for (int k = 0; k < row.length; k++) {
            long both = row[k] & here[k];
            long sum = row[k] + both;
            long overflow = Long.compareUnsigned(sum, row[k]) < 0 ? 1 : 0;
            long total = sum + carry;
            carry = overflow | (Long.compareUnsigned(total, sum) < 0 ? 1 : 0);
            next[k] = total | (row[k] & ~here[k]);
        }
        return next;
    }
}
