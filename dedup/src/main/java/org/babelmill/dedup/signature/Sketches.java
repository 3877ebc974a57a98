package org.babelmill.dedup.signature;

import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sketches: of each place of {@link PlaceMinima} the lowest one, two or four bits of its value (b-bit minwise hashing, Li and König 2010),
 * packed from the lowest bit of the first byte on, so that two documents can be compared in a few instructions; behind
 * them, in two bytes, the number of different shingles on a logarithmic scale. Immutable and safe to share.
 *
 * <p>Two unequal values agree in b bits by accident with C = 2^-b; the estimate takes that out: with the share of equal
 * pieces P, J = (P - C) / (1 - C). Its standard deviation is at most sqrt(P (1 - P) / K) / (1 - C): 0.033 for J = 0.75, two
 * bits and 256 places; less for documents with few shingles, of which the places know all.
 */
public final class Sketches implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Steps of the size's scale for each doubling: one step is 0.034 %, and the largest {@code int} fits two bytes. */
    private static final int STEPS = 2048;

    private static final int SIZE_BYTES = 2;

    private final int places;
    private final int bits;

    /**
     * Sketches of so many values.
     *
     * @param places number of values
     * @param bits kept of each: 1, 2 or 4
     */
    Sketches(int places, int bits) {
        if (bits != 1 && bits != 2 && bits != 4) {
            throw new IllegalArgumentException("1, 2 or 4 bits, not " + bits);
        }
        this.places = places;
        this.bits = bits;
    }

    /** Length of a sketch in bytes. */
    public int size() {
        return packed() + SIZE_BYTES;
    }

    /**
     * The sketch of a document.
     *
     * @param values one for each place
     * @param shingles number of different shingles, at least 1
     */
    byte[] of(long[] values, int shingles) {
        byte[] sketch = new byte[size()];
        int mask = (1 << bits) - 1;
        for (int i = 0, at = 0; i < places; i++, at += bits) {
            sketch[at >> 3] |= (byte) ((values[i] & mask) << (at & 7));
        }
        // StrictMath, because stored sketches must not depend on the machine.
        int scaled = (int) Math.round(StrictMath.log(shingles) / StrictMath.log(2) * STEPS);
        sketch[packed()] = (byte) scaled;
        sketch[packed() + 1] = (byte) (scaled >> 8);
        return sketch;
    }

    /** How sketches are compared that {@link #narrow} made of these. */
    public Sketches narrowed() {
        return new Sketches(places, 1);
    }

    /**
     * The sketch of the same document with one bit of each place.
     *
     * @throws IndexOutOfBoundsException when it is shorter than {@link #size}
     */
    public byte[] narrow(byte[] sketch) {
        byte[] narrow = new byte[narrowed().size()];
        for (int i = 0, at = 0; i < places; i++, at += bits) {
            narrow[i >> 3] |= (byte) ((sketch[at >> 3] >> (at & 7) & 1) << (i & 7));
        }
        System.arraycopy(sketch, packed(), narrow, narrow.length - SIZE_BYTES, SIZE_BYTES);
        return narrow;
    }

    /** How far apart the sizes of two sets of shingles are, in steps of the scale. */
    public int sizeDistance(byte[] one, byte[] other) {
        return Math.abs(scaledSize(one) - scaledSize(other));
    }

    /** The largest distance of sizes of which the smaller is this part of the larger, give or take 0.05 %. */
    public static int sizeDistanceFor(double ratio) {
        return ratio <= 0
                ? Integer.MAX_VALUE
                : (int) Math.round(-StrictMath.log(ratio) / StrictMath.log(2) * STEPS + 0.5);
    }

    private int packed() {
        return (places * bits + 7) / 8;
    }

    private int scaledSize(byte[] sketch) {
        return (sketch[packed()] & 0xFF) | ((sketch[packed() + 1] & 0xFF) << 8);
    }

    /**
     * In how many of their pieces two sketches agree.
     *
     * @throws IndexOutOfBoundsException when one is shorter than {@link #size}
     */
    public int agreements(byte[] one, byte[] other) {
        int different = 0;
        int at = 0;
        int size = packed();
        for (; at + 8 <= size; at += 8) {
            different += Long.bitCount(differing((long) LONGS.get(one, at) ^ (long) LONGS.get(other, at)));
        }
        long rest = 0;
        for (; at < size; at++) {
            rest = (rest << 8) | ((one[at] ^ other[at]) & 0xFF);
        }
        return places - different - Long.bitCount(differing(rest));
    }

    /** The estimated Jaccard similarity of two documents from their sketches, from 0 to 1. */
    public double similarity(byte[] one, byte[] other) {
        double accident = 1.0 / (1 << bits);
        double equal = (double) agreements(one, other) / places;
        return Math.max(0, (equal - accident) / (1 - accident));
    }

    /** The least number of agreements whose estimate reaches a similarity. */
    public int agreementsFor(double similarity) {
        double accident = 1.0 / (1 << bits);
        return (int) Math.ceil((similarity * (1 - accident) + accident) * places - 1e-9);
    }

    /** One bit for each piece that is not zero. */
    private long differing(long x) {
        return switch (bits) {
            case 1 -> x;
            case 2 -> (x | (x >>> 1)) & 0x5555555555555555L;
            default -> {
                long pairs = x | (x >>> 1);
                yield (pairs | (pairs >>> 2)) & 0x1111111111111111L;
            }
        };
    }
}
