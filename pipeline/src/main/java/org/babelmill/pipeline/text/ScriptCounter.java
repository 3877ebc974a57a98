package org.babelmill.pipeline.text;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;

/**
 * Counts the characters of each script in text. Characters without a script of their own (digits, punctuation, spaces,
 * combining marks that take the script of their base) are not counted, so a count is near enough the number of letters.
 * One thread at a time; made to be reused.
 */
public final class ScriptCounter {

    private final int[] counts = new int[Scripts.COUNT];

    /** Forgets everything counted. */
    public void clear() {
        Arrays.fill(counts, 0);
    }

    /** Counts the characters from {@code start} to {@code end} (exclusive); a pair of surrogates is one character. */
    public void add(char[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text[i + 1])) {
                counts[Scripts.of(Character.toCodePoint(c, text[++i]))]++;
            } else {
                counts[Scripts.of(c)]++;
            }
        }
    }

    /** Counts a whole text. */
    public void add(CharSequence text) {
        char[] chars = text.toString().toCharArray();
        add(chars, 0, chars.length);
    }

    /** Adds everything that another counter has counted. */
    public void add(ScriptCounter other) {
        for (int script = 0; script < counts.length; script++) {
            counts[script] += other.counts[script];
        }
    }

    /** Characters counted of a script, by its {@link UScript} code; 0 for common, inherited and unknown ones. */
    public int count(int script) {
        return hasName(script) ? counts[script] : 0;
    }

    /** Characters counted of all scripts together. */
    public int total() {
        int total = 0;
        for (int script = 0; script < counts.length; script++) {
            total += count(script);
        }
        return total;
    }

    private static boolean hasName(int script) {
        return script > UScript.INHERITED && script != UScript.UNKNOWN;
    }
}
