package org.babelmill.quality.text;

import java.util.Arrays;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Scripts;

/**
 * The lines of a text, parted at line feeds, with what each is made of. A text that ends in a line feed has an empty last
 * line. All counts are in code points. Filled in one pass over the text; belongs to one thread.
 */
public final class Lines {

    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] lengths = new int[256];
    private int[] letters = new int[256];
    private int[] scriptLetters = new int[256];
    private int[] digits = new int[256];
    private int[] punctuation = new int[256];
    private int[] odd = new int[256];
    private int[] spaces = new int[256];
    private long[] hashes = new long[256];
    private final int[] scripts = new int[Scripts.COUNT];
    private int size;
    private int upper;
    private int lower;
    private int marks;

    // The line being read.
    private int start;
    private int lineLength;
    private int lineLetters;
    private int lineScriptLetters;
    private int lineDigits;
    private int linePunctuation;
    private int lineOdd;
    private int lineSpaces;
    private long lineHash;

    /**
     * Reads a text.
     *
     * @param wanted the scripts the text's language is written in
     */
    void fill(char[] text, int length, ScriptSet wanted) {
        size = 0;
        upper = 0;
        lower = 0;
        marks = 0;
        Arrays.fill(scripts, 0);
        begin(0);
        for (int i = 0; i < length; i++) {
            char unit = text[i];
            if (unit == '\n') {
                finish(i);
                begin(i + 1);
                continue;
            }
            int c = unit;
            if (Character.isHighSurrogate(unit) && i + 1 < length && Character.isLowSurrogate(text[i + 1])) {
                c = Character.toCodePoint(unit, text[++i]);
            }
            lineLength++;
            lineHash = (lineHash ^ c) * 0x9E3779B97F4A7C15L;
            lineHash ^= lineHash >>> 29;
            count(c, wanted);
        }
        finish(length);
    }

    private void count(int c, ScriptSet wanted) {
        int bits = CharacterClasses.of(c);
        if ((bits & CharacterClasses.LETTER) != 0) {
            int script = Scripts.of(c);
            lineLetters++;
            scripts[script]++;
            if (wanted.contains(script)) {
                lineScriptLetters++;
            }
            if ((bits & CharacterClasses.LOWER) != 0) {
                lower++;
            } else if ((bits & CharacterClasses.UPPER) != 0) {
                upper++;
            }
        } else if ((bits & CharacterClasses.SPACE) != 0) {
            lineSpaces++;
        } else if ((bits & CharacterClasses.DIGIT) != 0) {
            lineDigits++;
        } else if ((bits & CharacterClasses.PUNCTUATION_MARK) != 0) {
            linePunctuation++;
        } else if ((bits & CharacterClasses.ODD) != 0) {
            lineOdd++;
        } else if ((bits & CharacterClasses.MARK) != 0) {
            marks++;
        }
    }

    private void begin(int at) {
        start = at;
        lineLength = 0;
        lineLetters = 0;
        lineScriptLetters = 0;
        lineDigits = 0;
        linePunctuation = 0;
        lineOdd = 0;
        lineSpaces = 0;
        lineHash = 0;
    }

    private void finish(int end) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        lengths[size] = lineLength;
        letters[size] = lineLetters;
        scriptLetters[size] = lineScriptLetters;
        digits[size] = lineDigits;
        punctuation[size] = linePunctuation;
        odd[size] = lineOdd;
        spaces[size] = lineSpaces;
        hashes[size] = lineHash;
        size++;
    }

    private void grow() {
        starts = Scratch.grown(starts);
        ends = Scratch.grown(ends);
        lengths = Scratch.grown(lengths);
        letters = Scratch.grown(letters);
        scriptLetters = Scratch.grown(scriptLetters);
        digits = Scratch.grown(digits);
        punctuation = Scratch.grown(punctuation);
        odd = Scratch.grown(odd);
        spaces = Scratch.grown(spaces);
        hashes = Scratch.grown(hashes);
    }

    /** How many lines there are; at least one. */
    public int size() {
        return size;
    }

    /** First offset of a line. */
    public int start(int line) {
        return starts[line];
    }

    /** Offset of the line feed after a line, or the text's length. */
    public int end(int line) {
        return ends[line];
    }

    /** Code points of a line. */
    public int length(int line) {
        return lengths[line];
    }

    /** Letters of a line. */
    public int letters(int line) {
        return letters[line];
    }

    /** Letters of a line in the scripts its language is written in. */
    public int scriptLetters(int line) {
        return scriptLetters[line];
    }

    /** Decimal digits of a line. */
    public int digits(int line) {
        return digits[line];
    }

    /** Characters of general category P in a line. */
    public int punctuation(int line) {
        return punctuation[line];
    }

    /** Odd characters of a line, see {@link CharacterClasses#ODD}. */
    public int odd(int line) {
        return odd[line];
    }

    /** White space of a line. */
    public int spaces(int line) {
        return spaces[line];
    }

    /** Whether a line has nothing but white space. */
    public boolean isBlank(int line) {
        return spaces[line] == lengths[line];
    }

    /** A hash of a line's characters. */
    public long hash(int line) {
        return hashes[line];
    }

    /** Letters of the text by script, by ICU's code; not to be changed. */
    public int[] scripts() {
        return scripts;
    }

    /** Upper- and title-case letters of the text. */
    public int upper() {
        return upper;
    }

    /** Lower-case letters of the text. */
    public int lower() {
        return lower;
    }

    /** Combining marks of the text. */
    public int marks() {
        return marks;
    }
}
