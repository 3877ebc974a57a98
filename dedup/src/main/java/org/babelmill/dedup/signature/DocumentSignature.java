package org.babelmill.dedup.signature;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What near-duplicate detection keeps of a document. Its arrays are handed out as they are, to spare copies in the one
 * heavy pass: do not change them.
 */
public final class DocumentSignature {

    private static final long[] NO_BANDS = {};
    private static final byte[] NO_SKETCH = {};
    private static final byte[] NO_SHINGLES = {};

    private final long fingerprintHigh;
    private final long fingerprintLow;
    private final long[] bands;
    private final byte[] sketch;
    private final int shingles;
    private final byte[] shingleSet;

    DocumentSignature(long high, long low, long[] bands, byte[] sketch, int shingles) {
        this(high, low, bands, sketch, shingles, NO_SHINGLES);
    }

    private DocumentSignature(long high, long low, long[] bands, byte[] sketch, int shingles, byte[] shingleSet) {
        this.fingerprintHigh = high;
        this.fingerprintLow = low;
        this.bands = bands;
        this.sketch = sketch;
        this.shingles = shingles;
        this.shingleSet = shingleSet;
    }

    /** The same with the shingles themselves. */
    DocumentSignature with(ShingleSet set) {
        return new DocumentSignature(fingerprintHigh, fingerprintLow, bands, sketch, shingles, set.toBytes());
    }

    static DocumentSignature tooShort(long high, long low) {
        return new DocumentSignature(high, low, NO_BANDS, NO_SKETCH, 0);
    }

    /** Upper half of the 128-bit fingerprint of the simplified text; equal texts have equal fingerprints. */
    public long fingerprintHigh() {
        return fingerprintHigh;
    }

    /** Lower half of the fingerprint. */
    public long fingerprintLow() {
        return fingerprintLow;
    }

    /** One hash a band, in the order of the bands; empty when the text is shorter than one shingle. */
    public long[] bands() {
        return bands;
    }

    /** The sketch, see {@link Sketches}; empty when the text is shorter than one shingle. */
    public byte[] sketch() {
        return sketch;
    }

    /** Number of different shingles. */
    public int shingles() {
        return shingles;
    }

    /** The shingles as {@link ShingleSet#toBytes} writes them; empty unless the settings ask for an exact check. */
    public byte[] shingleSet() {
        return shingleSet;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentSignature that
                && fingerprintHigh == that.fingerprintHigh
                && fingerprintLow == that.fingerprintLow
                && shingles == that.shingles
                && Arrays.equals(bands, that.bands)
                && Arrays.equals(sketch, that.sketch)
                && Arrays.equals(shingleSet, that.shingleSet);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fingerprintLow);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(fingerprintHigh) + hex.toHexDigits(fingerprintLow) + ", " + shingles + " shingles";
    }
}
