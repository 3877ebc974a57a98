package org.babelmill.dedup.signature;

import org.babelmill.pipeline.config.DedupSettings;

/**
 * How signatures are made: shingle length, number of bands and rows, the random functions. Immutable and safe to share;
 * one for a JVM is enough.
 *
 * <p>With the defaults the minima equal datatrove's bit for bit. A band's {@code rows} minima are stored as one 64-bit
 * hash (xxHash64 over their little-endian bytes, seeded with the band's number): two different bands of n documents get
 * equal hashes by accident n^2 / 2^65 times, which is 0.17 pairs a band for 2.5 billion documents.
 */
public final class SignatureScheme {

    private final DedupSettings settings;
    private final MinHashKernel kernel;
    private final Sketches sketches;

    private SignatureScheme(DedupSettings settings) {
        this.settings = settings;
        int functions = settings.bands() * settings.rows();
        this.kernel = Kernels.fastest(Permutations.draw(functions, settings.seed()));
        this.sketches = new Sketches(PlaceMinima.PLACES, settings.sketchBits());
    }

    /** The scheme of a configuration. */
    public static SignatureScheme of(DedupSettings settings) {
        return new SignatureScheme(settings);
    }

    /** A signer with scratch space of its own, for one thread. */
    public Signer newSigner() {
        return new Signer(this, kernel);
    }

    /** Number of bands. */
    public int bands() {
        return settings.bands();
    }

    /** Number of minima in a band. */
    public int rows() {
        return settings.rows();
    }

    /** How the sketches of these signatures are compared. */
    public Sketches sketches() {
        return sketches;
    }

    /** The probability of becoming a candidate pair, by similarity. */
    public SCurve curve() {
        return new SCurve(bands(), rows());
    }

    /** Whether signatures hold the shingles themselves. */
    boolean keepsShingles() {
        return settings.exactCheck();
    }

    Shingles newShingles() {
        return new Shingles(settings.ngram(), settings.unspacedNgram());
    }
}
