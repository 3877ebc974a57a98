package org.babelmill.quality.score;

import org.babelmill.quality.text.Lines;

/**
 * Sums over the lines of a text.
 *
 * @param letters letters of all lines
 * @param punctuation punctuation marks of all lines
 * @param odd odd characters of all lines
 * @param digits digits of all lines
 * @param textLetters letters of lines that are longer than a menu entry
 * @param rightLetters those of them in lines of the right language
 * @param longest characters of the longest line
 */
record Totals(long letters, long punctuation, long odd, long digits, long textLetters, long rightLetters, int longest) {

    static Totals of(ScoreInput input, int menu) {
        Lines lines = input.lines();
        long letters = 0;
        long punctuation = 0;
        long odd = 0;
        long digits = 0;
        long text = 0;
        long right = 0;
        int longest = 0;
        for (int i = 0; i < lines.size(); i++) {
            letters += lines.letters(i);
            punctuation += lines.punctuation(i);
            odd += lines.odd(i);
            digits += lines.digits(i);
            longest = Math.max(longest, lines.length(i));
            if (lines.letters(i) > menu) {
                text += lines.letters(i);
                right += input.isRight(i) ? lines.letters(i) : 0;
            }
        }
        return new Totals(letters, punctuation, odd, digits, text, right, longest);
    }

    /** Share of letters in lines of the right language; 0 where no line is longer than a menu entry. */
    double rightShare() {
        return textLetters == 0 ? 0 : rightLetters / (double) textLetters;
    }

    /** So many per 100 letters; without letters 100. */
    double percent(long count) {
        return letters == 0 ? 100 : 100.0 * count / letters;
    }
}
