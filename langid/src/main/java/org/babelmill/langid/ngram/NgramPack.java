package org.babelmill.langid.ngram;

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

    private final PackMetadata metadata;
    private final List<LanguageTag> tags;
    private final int bits;
    private final long[] slots;
    private final byte[] postings;
    private final double[] priors;

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
        int at = (int) (slot & PAYLOAD);
        int count = ((postings[at] & 0xFF) << 8) | (postings[at + 1] & 0xFF);
        int end = at + 2 + (count + 1) * POSTING_BYTES;
        for (int i = at + 2; i < end; i += POSTING_BYTES) {
            int language = ((postings[i] & 0xFF) << 8) | (postings[i + 1] & 0xFF);
            totals[language] += weight * (postings[i + 2] & 0xFF);
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
        int at = (int) (slot & PAYLOAD);
        int count = ((postings[at] & 0xFF) << 8) | (postings[at + 1] & 0xFF);
        for (int i = 0; i <= count; i++) {
            int entry = at + 2 + i * POSTING_BYTES;
            int number = ((postings[entry] & 0xFF) << 8) | (postings[entry + 1] & 0xFF);
            if (number >= language) {
                return number == language ? postings[entry + 2] & 0xFF : 0;
            }
        }
        return 0;
    }
}
