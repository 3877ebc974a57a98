package org.babelmill.langid.ngram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The tables of all languages: for each word and n-gram, which languages have it and how common it is there. Immutable
 * and shared by all threads; read by {@link PackReader}, made by {@link PackWriter}.
 *
 * <p>One hash table with open addressing. A slot holds 24 bits of the key, and either the only language that has the
 * feature with its value, or where the list of languages begins.
 */
public final class NgramPack {

    /** Bits of a key that a slot keeps, beyond those that its place says. */
    static final int CHECK_BITS = 24;

    static final int CHECK_SHIFT = 64 - CHECK_BITS;
    static final long OCCUPIED = 1L << 39;
    static final long SINGLE = 1L << 38;
    static final long PAYLOAD = SINGLE - 1;
    static final int POSTING_BYTES = 3;

    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final PackMetadata metadata;
    private final List<LanguageTag> tags;
    private final int bits;
    private final long[] slots;
    private final byte[] postings;
    private final double[] priors;

    /** @param postings with a spare byte at the end */
    NgramPack(PackMetadata metadata, int bits, long[] slots, byte[] postings) {
        this.metadata = metadata;
        this.tags = metadata.languages().stream().map(PackLanguage::tag).toList();
        this.bits = bits;
        this.slots = slots;
        this.postings = postings;
        this.priors =
                metadata.languages().stream().mapToDouble(PackLanguage::prior).toArray();
    }

    /** What the pack says about itself. */
    public PackMetadata metadata() {
        return metadata;
    }

    /** The labels that it can give, in the order of their numbers. */
    public List<LanguageTag> tags() {
        return tags;
    }

    /** Bytes that the tables take in memory. */
    public long memory() {
        return 8L * slots.length + postings.length;
    }

    /** The handicap of a language, in log10. */
    double prior(int language) {
        return priors[language];
    }

    /** What is at the place where the search for a feature begins; 0 means that no language has the feature. */
    long home(long key) {
        return slots[(int) (key >>> (64 - bits))];
    }

    /** The slot of a feature, or 0 where no language has it. */
    long find(long key) {
        int mask = slots.length - 1;
        long check = (key << bits) >>> CHECK_SHIFT;
        for (int at = (int) (key >>> (64 - bits)); ; at = (at + 1) & mask) {
            long slot = slots[at];
            if (slot == 0 || slot >>> CHECK_SHIFT == check) {
                return slot;
            }
        }
    }

    /**
     * Adds a feature's value to the totals of the languages that have it.
     *
     * @param slot from {@link #find}, not 0
     * @param weight what one unit of value counts
     * @param totals one per language
     */
    void add(long slot, float weight, float[] totals) {
        if ((slot & SINGLE) != 0) {
            totals[(int) (slot >>> 8) & 0xFFFF] += weight * (slot & 0xFF);
            return;
        }
        int begin = (int) (slot & PAYLOAD) + 2;
        int end = begin + count(slot) * POSTING_BYTES;
        for (int i = begin; i < end; i += POSTING_BYTES) {
            int posting = posting(i);
            totals[posting >>> 16] += weight * ((posting >>> 8) & 0xFF);
        }
    }

    /** Whether a language has the feature of a slot. */
    boolean has(long slot, int language) {
        return value(slot, language) > 0;
    }

    /** The value of a slot's feature in a language; 0 where it does not have it. */
    int value(long slot, int language) {
        if ((slot & SINGLE) != 0) {
            return ((int) (slot >>> 8) & 0xFFFF) == language ? (int) (slot & 0xFF) : 0;
        }
        int begin = (int) (slot & PAYLOAD) + 2;
        int low = 0;
        int high = count(slot) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int posting = posting(begin + middle * POSTING_BYTES);
            int number = posting >>> 16;
            if (number == language) {
                return (posting >>> 8) & 0xFF;
            }
            if (number < language) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /** How many languages have the feature of a slot. */
    int languages(long slot) {
        return (slot & SINGLE) != 0 ? 1 : count(slot);
    }

    /** How many languages are in the list that a slot points to. */
    private int count(long slot) {
        return (posting((int) (slot & PAYLOAD)) >>> 16) + 1;
    }

    /** Four bytes: number of the language, value, and one that does not belong to it. */
    private int posting(int at) {
        return (int) INT32.get(postings, at);
    }
}
