package org.babelmill.pipeline.text;

import com.ibm.icu.lang.UScript;

/**
 * Counts the characters of each script in text. Characters without a script of their own (digits, punctuation, spaces,
 * combining marks that take the script of their base) are not counted, so a count is near enough the number of letters.
 * One thread at a time; made to be reused.
 */
public final class ScriptCounter {

    /** Added to a script, it sets the bit above exactly where the script is not 0. */
    private static final int NAMES = Scripts.COUNT - 1;

    private static final int NAME_BITS = 8;

    private final int[] counts = new int[Scripts.COUNT];
    private final int[] seen = new int[Scripts.COUNT];
    private int kinds;

    /** Forgets everything counted. */
    public void clear() {
        for (int i = 0; i < kinds; i++) {
            counts[seen[i]] = 0;
        }
        kinds = 0;
    }

    /** Counts the characters from {@code start} to {@code end} (exclusive); a pair of surrogates is one character. */
    public void add(char[] text, int start, int end) {
        // Nearly all characters are of two scripts: letters, and what stands between them, which has none and is
        // COMMON, 0. They are counted in registers, and with the one jump that is hardly ever taken: a processor would
        // often guess one wrong that is taken at the end of a word.
        int main = UScript.LATIN;
        int mains = 0;
        int others = 0;
        for (int i = start; i < end; i++) {
            char c = text[i];
            int script = Scripts.of(c);
            if ((script ^ main) * script != 0) {
                if (script == UScript.UNKNOWN) {
                    i += addUnknown(text, i, end) - 1;
                    continue;
                }
                count(main, mains);
                main = script;
                mains = 0;
            }
            int named = (script + NAMES) >>> NAME_BITS;
            mains += named;
            others += 1 - named;
        }
        count(main, mains);
        count(UScript.COMMON, others);
    }

    /** Counts a character that is of no script by itself, such as half of a pair; returns how many chars it has. */
    private int addUnknown(char[] text, int at, int end) {
        int c = Character.codePointAt(text, at, end);
        count(Scripts.of(c), 1);
        return Character.charCount(c);
    }

    private void count(int script, int characters) {
        if (characters == 0) {
            return;
        }
        if (counts[script] == 0) {
            seen[kinds++] = script;
        }
        counts[script] += characters;
    }

    /** Counts a whole text. */
    public void add(CharSequence text) {
        char[] chars = text.toString().toCharArray();
        add(chars, 0, chars.length);
    }

    /** Adds everything that another counter has counted. */
    public void add(ScriptCounter other) {
        for (int i = 0; i < other.kinds; i++) {
            count(other.seen[i], other.counts[other.seen[i]]);
        }
    }

    /** Characters counted of a script, by its {@link UScript} code; 0 for common, inherited and unknown ones. */
    public int count(int script) {
        return hasName(script) ? counts[script] : 0;
    }

    /** Characters counted of all scripts together. */
    public int total() {
        int total = 0;
        for (int i = 0; i < kinds; i++) {
            total += count(seen[i]);
        }
        return total;
    }

    /** How many scripts there are in the text, those of characters without a script of their own among them. */
    public int kinds() {
        return kinds;
    }

    /** The {@link UScript} code of a script of the text, by its place in the order of first appearance. */
    public int kind(int place) {
        return seen[place];
    }

    private static boolean hasName(int script) {
        return script > UScript.INHERITED && script != UScript.UNKNOWN;
    }
}
