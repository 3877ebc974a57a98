package org.babelmill.pipeline.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures a language profile may hold. Names and meanings down to {@link #NEW_LINE_RATIO} are FineWeb2's; a
 * profile must have all of these except the first, which belongs to a language identifier. The rest are ours and may be
 * absent.
 */
public enum ProfileKey {
    /** Probability of the language below which a document is not of it; of GlotLID in FineWeb2's files. */
    LANGUAGE_SCORE(false),
    /** Highest usual share of repeated lines. */
    DUP_LINE_FRAC(true),
    /** Highest usual share of characters in the most frequent pair of words; likewise for three and four words. */
    TOP_2_GRAM(true),
    TOP_3_GRAM(true),
    TOP_4_GRAM(true),
    /** Highest usual share of characters in repeated runs of five words; likewise for six to ten words. */
    DUP_5_GRAM(true),
    DUP_6_GRAM(true),
    DUP_7_GRAM(true),
    DUP_8_GRAM(true),
    DUP_9_GRAM(true),
    DUP_10_GRAM(true),
    /** Lowest usual share of lines that end in a sentence mark; -1 or 0 for no bound. */
    LINE_PUNCT_THR(true),
    /** Highest usual mean length of words in characters; 0 for no bound. */
    MAX_AVG_WORD_LENGTH(true),
    /** Lowest usual share of tokens with a letter; FineWeb2's name says the opposite of what it is. */
    MAX_NON_ALPHA_WORDS_RATIO(true),
    /** Lowest usual mean length of words in characters; 0 for no bound. */
    MIN_AVG_WORD_LENGTH(true),
    /** Highest usual number of line ends per token. */
    NEW_LINE_RATIO(true),
    /** Highest usual share of lines of at most 30 characters. */
    SHORT_LINE_FRAC(false),
    /** Lowest usual share of tokens that are stop words. */
    MIN_STOP_WORD_FRAC(false),
    /** Median of punctuation marks per 100 letters. */
    PUNCTUATION_MEDIAN(false),
    /** Median of digits per 100 letters. */
    DIGIT_MEDIAN(false),
    /** Median of odd characters per 100 letters. */
    ODD_MEDIAN(false);

    private final boolean required;

    ProfileKey(boolean required) {
        this.required = required;
    }

    /** Whether every profile must have it. */
    public boolean isRequired() {
        return required;
    }

    /** The name in files: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of that name. */
    public static Optional<ProfileKey> of(String key) {
        return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
    }

    /** All names, in order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(ProfileKey::key).toList();
    }
}
