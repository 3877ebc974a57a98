package org.babelmill.quality.text;

import java.util.Arrays;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Scripts;

/**
 * The lines of a text, parted at line feeds, with what each is made of. A text that ends in a line feed has an empty last
 * line. All counts are in code points. Filled in one pass over the text; belongs to one thread.
 */
public final class Lines {

    private static final int LOWER = 0;
    private static final int UPPER = 1;
    private static final int LETTER = 2;
    private static final int SPACE = 3;
    private static final int DIGIT = 4;
    private static final int PUNCTUATION = 5;
    private static final int ODD = 6;
    private static final int MARK = 7;
    private static final int OTHER = 8;
    private static final int KINDS = 9;

    /** Where another script would stand; no script has this number. */
    private static final int NO_LETTER = Scripts.COUNT - 1;

    private static final int KIND_SHIFT = 8;
    private static final int KIND_MASK = 0xF;

    /** Set in the entry of white space: 1 when shifted back. */
    private static final int SPACE_SHIFT = 12;

    /** Set in the entries of line breaks other than the line feed. */
    private static final int BREAK = 1 << 13;

    /** {@link #entry} of the first plane: counting by look-up takes no branch, and every word ends in one that is missed. */
    private static final short[] TABLE = table();

    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] lengths = new int[256];
    private int[] letters = new int[256];
    private int[] scriptLetters = new int[256];
    private int[] digits = new int[256];
    private int[] punctuation = new int[256];
    private int[] odd = new int[256];
    private int[] spaces = new int[256];
    private int[] pieces = new int[256];
    private long[] hashes = new long[256];
    private final int[] scripts = new int[Scripts.COUNT];
    private int size;
    private int upper;
    private int lower;
    private int marks;
    private int seen;

    // The line being read, and what the lines before it have.
    private final int[] kinds = new int[KINDS];
    private int pairs;
    private int piecesInLine;
    private int afterSpace;
    private int scriptLettersBefore;

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
        seen = 0;
        scriptLettersBefore = 0;
        Arrays.fill(scripts, 0);
        begin(0);
        for (int i = 0; i < length; i++) {
            char unit = text[i];
            if (unit == '\n') {
                finish(text, i, wanted);
                begin(i + 1);
            } else if (Character.isHighSurrogate(unit) && i + 1 < length && Character.isLowSurrogate(text[i + 1])) {
                count(entry(Character.toCodePoint(unit, text[++i])));
                pairs++;
            } else {
                count(TABLE[unit]);
            }
        }
        finish(text, length, wanted);
        scripts[NO_LETTER] = 0;
    }

    private void count(int entry) {
        kinds[(entry >>> KIND_SHIFT) & KIND_MASK]++;
        scripts[entry & (Scripts.COUNT - 1)]++;
        int space = (entry >>> SPACE_SHIFT) & 1;
        piecesInLine += afterSpace & ~space;
        afterSpace = space;
        seen |= entry;
    }

    private static short[] table() {
        short[] table = new short[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = (short) entry(c);
        }
        return table;
    }

    /** A character's kind and, of a letter, its script. */
    private static int entry(int c) {
        int bits = CharacterClasses.of(c);
        int kind = kind(bits);
        return (kind <= LETTER ? Scripts.of(c) : NO_LETTER)
                | (kind << KIND_SHIFT)
                | (kind == SPACE ? 1 << SPACE_SHIFT : 0)
                | ((bits & CharacterClasses.LINE_BREAK) != 0 ? BREAK : 0);
    }

    private static int kind(int bits) {
        if ((bits & CharacterClasses.LETTER) != 0) {
            boolean isLower = (bits & CharacterClasses.LOWER) != 0;
            return isLower ? LOWER : (bits & CharacterClasses.UPPER) != 0 ? UPPER : LETTER;
        }
        if ((bits & CharacterClasses.SPACE) != 0) {
            return SPACE;
        }
        if ((bits & CharacterClasses.DIGIT) != 0) {
            return DIGIT;
        }
        if ((bits & CharacterClasses.PUNCTUATION_MARK) != 0) {
            return PUNCTUATION;
        }
        if ((bits & CharacterClasses.ODD) != 0) {
            return ODD;
        }
        return (bits & CharacterClasses.MARK) != 0 ? MARK : OTHER;
    }

    private void begin(int at) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = at;
        pairs = 0;
        piecesInLine = 0;
        afterSpace = 1;
        Arrays.fill(kinds, 0);
    }

    private void finish(char[] text, int end, ScriptSet wanted) {
        int start = starts[size];
        ends[size] = end;
        lengths[size] = end - start - pairs;
        letters[size] = kinds[LOWER] + kinds[UPPER] + kinds[LETTER];
        digits[size] = kinds[DIGIT];
        punctuation[size] = kinds[PUNCTUATION];
        odd[size] = kinds[ODD];
        spaces[size] = kinds[SPACE];
        pieces[size] = piecesInLine;
        hashes[size] = TokenHash.of(text, start, end);
        lower += kinds[LOWER];
        upper += kinds[UPPER];
        marks += kinds[MARK];
        int inScripts = wanted.sum(scripts);
        scriptLetters[size] = wanted.isEvery() ? letters[size] : inScripts - scriptLettersBefore;
        scriptLettersBefore = inScripts;
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
        pieces = Scratch.grown(pieces);
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

    /** What white space parts a line into; what Python's {@code len(line.split())} says. */
    public int pieces(int line) {
        return pieces[line];
    }

    /** Whether lines end in other ways, too: in carriage returns, form feeds and the like. */
    public boolean hasOtherBreaks() {
        return (seen & BREAK) != 0;
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
