package org.babelmill.dedup.signature;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.babelmill.dedup.text.TextSimplifier;
import org.babelmill.dedup.text.TokenBuffer;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Signs texts. Belongs to one thread and is made to be reused: scratch space stays, so that a document costs its
 * signature's arrays and nothing for its shingles.
 *
 * @see SignatureScheme#newSigner()
 */
public final class Signer {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Seeds of the fingerprint's halves; any two numbers, fixed for ever because fingerprints are stored. */
    private static final long SEED_HIGH = 0x62_61_62_65_6C_6D_69_6CL;

    private static final long SEED_LOW = 0;

    private static final int BLOCK = 256;

    private final SignatureScheme scheme;
    private final MinHashKernel kernel;
    private final TextSimplifier simplifier = new TextSimplifier();
    private final Shingles shingles;
    private final DistinctHashes distinct = new DistinctHashes();
    private final long[] hashes = new long[BLOCK];
    private final long[] minima;
    private final PlaceMinima places = new PlaceMinima();
    private final byte[] band;

    Signer(SignatureScheme scheme, MinHashKernel kernel) {
        this.scheme = scheme;
        this.kernel = kernel;
        this.shingles = scheme.newShingles();
        this.minima = new long[scheme.bands() * scheme.rows()];
        this.band = new byte[scheme.rows() * Long.BYTES];
    }

    /** The signature of a text. Any text has one; for texts shorter than a shingle it is the fingerprint alone. */
    public DocumentSignature sign(String text) {
        TokenBuffer tokens = simplifier.simplify(text);
        byte[] bytes = tokens.bytes();
        int length = tokens.length();
        if (length == 0) {
            // Nothing but punctuation: what cannot be compared by its words is compared as it is.
            bytes = text.getBytes(StandardCharsets.UTF_8);
            length = bytes.length;
        }
        long high = XxHash64.hash(bytes, 0, length, SEED_HIGH);
        long low = XxHash64.hash(bytes, 0, length, SEED_LOW);
        int count = lowerMinima(tokens);
        if (count == 0) {
            return DocumentSignature.tooShort(high, low);
        }
        DocumentSignature signature =
                new DocumentSignature(high, low, bandHashes(), scheme.sketches().of(places.values(), count), count);
        return scheme.keepsShingles() ? signature.with(shingles(tokens)) : signature;
    }

    /**
     * The minima themselves, in datatrove's order: the {@code rows} values of the first band, then those of the next.
     * Empty when the text is shorter than one shingle.
     */
    public Optional<long[]> minima(String text) {
        return lowerMinima(simplifier.simplify(text)) == 0 ? Optional.empty() : Optional.of(minima.clone());
    }

    /** The hashes of the text's different shingles, ascending. */
    public ShingleSet shingles(String text) {
        return shingles(simplifier.simplify(text));
    }

    private ShingleSet shingles(TokenBuffer tokens) {
        shingles.start(tokens);
        long[] all = new long[BLOCK];
        int size = 0;
        for (int count = shingles.next(hashes); count > 0; count = shingles.next(hashes)) {
            if (size + count > all.length) {
                all = Arrays.copyOf(all, 2 * all.length);
            }
            System.arraycopy(hashes, 0, all, size, count);
            size += count;
        }
        return ShingleSet.of(Arrays.copyOf(all, size));
    }

    private int lowerMinima(TokenBuffer tokens) {
        Arrays.fill(minima, MinHashKernel.NONE);
        places.clear();
        shingles.start(tokens);
        distinct.clear(tokens.count());
        for (int count = shingles.next(hashes); count > 0; count = shingles.next(hashes)) {
            int fresh = distinct.retainNew(hashes, count);
            kernel.lower(hashes, fresh, minima);
            places.lower(hashes, fresh);
        }
        return distinct.size();
    }

    private long[] bandHashes() {
        long[] bands = new long[scheme.bands()];
        for (int i = 0, value = 0; i < bands.length; i++) {
            for (int row = 0; row < band.length; row += Long.BYTES) {
                LONGS.set(band, row, minima[value++]);
            }
            bands[i] = XxHash64.hash(band, 0, band.length, i);
        }
        return bands;
    }
}
