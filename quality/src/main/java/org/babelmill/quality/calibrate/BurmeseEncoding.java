package org.babelmill.quality.calibrate;

import com.ibm.icu.text.Transliterator;

/**
 * Burmese in Zawgyi, a font encoding that puts its own order of glyphs on Unicode's code points and was usual until about
 * 2019: found by the vowel sign E, which Zawgyi writes before its consonant and Unicode after it, and turned into Unicode
 * by CLDR's rules. Profiles are of text in Unicode. Not thread-safe.
 */
final class BurmeseEncoding {

    private static final char VOWEL_E = '\u1031';

    /** Made when first needed: its rules take a while to compile. */
    private Transliterator rules;

    /** The text in Unicode's order; the same text where it is not Zawgyi. */
    String unicode(String text) {
        if (text.indexOf(VOWEL_E) < 0 || !isZawgyi(text)) {
            return text;
        }
        if (rules == null) {
            rules = Transliterator.getInstance("Zawgyi-my");
        }
        return rules.transliterate(text);
    }

    private static boolean isZawgyi(String text) {
        int signs = 0;
        int leading = 0;
        for (int i = text.indexOf(VOWEL_E); i >= 0; i = text.indexOf(VOWEL_E, i + 1)) {
            signs++;
            leading += i == 0 || !isBase(text.charAt(i - 1)) ? 1 : 0;
        }
        return leading * 2 > signs;
    }

    /** What the sign may follow in Unicode: consonants, stacked ones, medials. */
    private static boolean isBase(char c) {
        return (c >= '\u1000' && c <= '\u102A') || c == '\u103F' || (c >= '\u103B' && c <= '\u103E') || isMinority(c);
    }

    private static boolean isMinority(char c) {
        return (c >= '\u1050' && c <= '\u108F') || c == '\u1039';
    }
}
