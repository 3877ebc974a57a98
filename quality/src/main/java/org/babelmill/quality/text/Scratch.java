package org.babelmill.quality.text;

import java.util.Arrays;

/** How scratch arrays grow: by halves, never to be given back, save those that one giant text made. */
public final class Scratch {

    /** Longer arrays are given back when the next text is much shorter. */
    private static final int KEPT = 1 << 18;

    private Scratch() {}

    /** An array of at least {@code needed} elements; what was in the old one is lost. */
    public static int[] fresh(int[] old, int needed) {
        return fits(old.length, needed) ? old : new int[size(needed)];
    }

    /** An array of at least {@code needed} elements; what was in the old one is lost. */
    public static long[] fresh(long[] old, int needed) {
        return fits(old.length, needed) ? old : new long[size(needed)];
    }

    /** An array of at least {@code needed} elements; what was in the old one is lost. */
    static byte[] fresh(byte[] old, int needed) {
        return fits(old.length, needed) ? old : new byte[size(needed)];
    }

    /** An array of at least {@code needed} elements; what was in the old one is lost. */
    static char[] fresh(char[] old, int needed) {
        return fits(old.length, needed) ? old : new char[size(needed)];
    }

    /** An array of at least {@code needed} elements; what was in the old one is lost. */
    public static boolean[] fresh(boolean[] old, int needed) {
        return fits(old.length, needed) ? old : new boolean[size(needed)];
    }

    /** The array with room for twice as many elements. */
    static int[] grown(int[] old) {
        return Arrays.copyOf(old, old.length * 2);
    }

    /** The array with room for twice as many elements. */
    static long[] grown(long[] old) {
        return Arrays.copyOf(old, old.length * 2);
    }

    private static boolean fits(int length, int needed) {
        return length >= needed && (length <= KEPT || length / 8 <= needed);
    }

    private static int size(int needed) {
        return Math.max(256, needed + needed / 2);
    }
}
