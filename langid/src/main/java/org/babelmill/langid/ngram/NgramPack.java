package org.babelmill.langid.ngram;

import java.util.List;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The tables of all languages: for each word and n-gram, which languages have it and how common it is there. Immutable
 * and shared by all threads; read by {@link PackReader}, made by {@link PackWriter}.
 *
 * <p>One hash table with open addressing. A slot holds 24 bits of the key, and either the only language that has the
 * feature with its value, or where the list of languages begins: their number, then for each its own number and value in
 * one {@code int}.
 */
public final class NgramPack {

    /** Bits of a key that a slot keeps, beyond those that its place says. */
    static final int CHECK_BITS = 24;

    static final int CHECK_SHIFT = 64 - CHECK_BITS;
    static final long OCCUPIED = 1L << 39;
    static final long SINGLE = 1L << 38;
    static final long PAYLOAD = SINGLE - 1;
    static final int VALUE_BITS = 8;

    private static final int VALUE = (1 << VALUE_BITS) - 1;

    private final PackMetadata metadata;
    private final List<LanguageTag> tags;
    private final int bits;
    private final long[] slots;
    private final int[] postings;
    private final double[] priors;
    private final double[] experiences;

    NgramPack(PackMetadata metadata, int bits, long[] slots, int[] postings) {
        this.metadata = metadata;
        this.tags = metadata.languages().stream().map(PackLanguage::tag).toList();
        this.bits = bits;
        this.slots = slots;
        this.postings = postings;
        this.experiences = metadata.languages().stream()
                .mapToDouble(language -> Evidence.experience(language.words()))
                .toArray();
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
        return 8L * slots.length + 4L * postings.length;
    }

    /** The handicap of a language, in log10. */
    double prior(int language) {
        return priors[language];
    }

    /** How much text a language was trained on, see {@link Evidence#experience(long)}. */
    double experience(int language) {
        return experiences[language];
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
            totals[language((int) slot)] += weight * value((int) slot);
            return;
        }
        int begin = (int) (slot & PAYLOAD) + 1;
        int end = begin + postings[begin - 1];
        for (int i = begin; i < end; i++) {
            int posting = postings[i];
            totals[language(posting)] += weight * value(posting);
        }
    }

    /** Whether a language has the feature of a slot. */
    boolean has(long slot, int language) {
        return value(slot, language) > 0;
    }

    /** The value of a slot's feature in a language; 0 where it does not have it. */
    int value(long slot, int language) {
        if ((slot & SINGLE) != 0) {
            return language((int) slot) == language ? value((int) slot) : 0;
        }
        int begin = (int) (slot & PAYLOAD);
        int low = begin + 1;
        int high = begin + postings[begin];
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int number = language(postings[middle]);
            if (number == language) {
                return value(postings[middle]);
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
        return (slot & SINGLE) != 0 ? 1 : postings[(int) (slot & PAYLOAD)];
    }

    private static int language(int posting) {
        return (posting >>> VALUE_BITS) & 0xFFFF;
    }

    private static int value(int posting) {
        return posting & VALUE;
    }
}
