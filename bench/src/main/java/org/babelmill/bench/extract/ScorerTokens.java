package org.babelmill.bench.extract;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.babelmill.pipeline.text.Scripts;

/**
 * Cuts text into the tokens that scores are counted in, as numbers: words, and characters in scripts without spaces,
 * after NFKC and lower-casing. Equal tokens have equal numbers within one instance. Not thread-safe.
 */
final class ScorerTokens {

    private final Map<String, Integer> numbers = new HashMap<>();

    int[] of(String text) {
        String s = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int[] tokens = new int[16];
        int count = 0;
        int at = 0;
        while (at < s.length()) {
            int end = end(s, at);
            if (end > at) {
                tokens = count == tokens.length ? Arrays.copyOf(tokens, count * 2) : tokens;
                tokens[count++] = numbers.computeIfAbsent(s.substring(at, end), word -> numbers.size());
            }
            at = Math.max(end, at + Character.charCount(s.codePointAt(at)));
        }
        return Arrays.copyOf(tokens, count);
    }

    /** Behind the token that begins here; the start itself when none does. */
    private static int end(String s, int from) {
        int c = s.codePointAt(from);
        if (isAlone(c)) {
            return from + Character.charCount(c);
        }
        int at = from;
        while (at < s.length()) {
            c = s.codePointAt(at);
            if (!isWord(c) || isAlone(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isAlone(int c) {
        return c >= 0x0E00 && Character.isLetter(c) && Scripts.isUnspaced(Scripts.of(c));
    }

    private static boolean isWord(int c) {
        if (Character.isLetterOrDigit(c) || c == '_' || c == 0x200C || c == 0x200D) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
