package org.babelmill.quality.signal;

import com.ibm.icu.lang.UScript;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.Lines;

/** What kinds of characters a text is made of. */
final class CharacterSignals {

    /** A script counts as present with one letter in so many. */
    private static final int PRESENT = 50;

    void measure(AnalyzedText text, Collector into) {
        Lines lines = text.lines();
        long letters = 0;
        long wanted = 0;
        long digits = 0;
        long punctuation = 0;
        long odd = 0;
        for (int i = 0; i < lines.size(); i++) {
            letters += lines.letters(i);
            wanted += lines.scriptLetters(i);
            digits += lines.digits(i);
            punctuation += lines.punctuation(i);
            odd += lines.odd(i);
        }
        into.set(Signal.CHARS, text.codePoints());
        into.set(Signal.SENTENCES, text.sentences().size());
        if (text.codePoints() > 0) {
            double chars = text.codePoints();
            into.set(Signal.LETTER_FRAC, letters / chars);
            into.set(Signal.MARK_FRAC, lines.marks() / chars);
            into.set(Signal.DIGIT_FRAC, digits / chars);
            into.set(Signal.PUNCTUATION_FRAC, punctuation / chars);
            into.set(Signal.ODD_FRAC, odd / chars);
        }
        int cased = lines.upper() + lines.lower();
        if (cased > 0 && 2L * cased > letters) {
            into.set(Signal.UPPER_FRAC, lines.upper() / (double) cased);
        }
        if (letters > 0) {
            into.set(Signal.SCRIPT_FRAC, wanted / (double) letters);
            into.set(Signal.LATIN_FRAC, lines.scripts()[UScript.LATIN] / (double) letters);
            into.set(Signal.SCRIPT_COUNT, present(lines.scripts(), letters));
        }
    }

    private static int present(int[] scripts, long letters) {
        int present = 0;
        for (int count : scripts) {
            present += (long) count * PRESENT >= letters ? 1 : 0;
        }
        return present;
    }
}
