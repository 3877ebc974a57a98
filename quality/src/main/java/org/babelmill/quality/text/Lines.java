package org.babelmill.quality.text;

import java.util.Arrays;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Scripts;

/**
 * The lines of a text, parted at line feeds, with what each is made of. A text that ends in a line feed has an empty last
 * line. All counts are in code points. Filled in one pass over the text; belongs to one thread.
 */
public final class Lines {

    // Where each kind of character is counted in a long: nine counters of seven bits.
    private static final int LOWER = 0;
    private static final int UPPER = 7;
    private static final int LETTER = 14;
    private static final int DIGIT = 21;
    private static final int PUNCTUATION = 28;
    private static final int ODD = 35;
    private static final int MARK = 42;
    private static final int OTHER = 49;
    private static final int SPACE = 56;

    private static final long COUNTER = 127;

    /** Characters after which a counter might overflow. */
    private static final int FULL = 127;

    /** Where another script would stand; no script has this number. */
    private static final int NO_LETTER = Scripts.COUNT - 1;

    private static final int KIND_SHIFT = 8;
    private static final int KIND_MASK = 0x3F;

    /** Added to a kind and shifted back, it leaves 1 of white space and nothing of any other. */
    private static final int SPACE_CARRY = 8;

    private static final int SPACE_SHIFT = 6;

    /** Set in the entries of line breaks other than the line feed. */
    private static final int BREAK = 1 << 14;

    /** Set in the entries of units that are not counted by look-up alone: line feeds, and halves of pairs. */
    private static final int SPECIAL = 1 << 15;

    /** {@link #entry} of the first plane: counting by look-up takes no branch, and every word ends in one that is missed. */
    private static final short[] TABLE = table();

    /** Letters are counted by script in turns, so that none has to wait until the one before is stored. */
    private static final int TURNS = 4;

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
    private final int[] turns = new int[TURNS * Scripts.COUNT];
    private int size;
    private int upper;
    private int lower;
    private int marks;
    private int seen;

    // The line being read, and what the lines before it have.
    private final int[] kinds = new int[SPACE + 1];
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
        Arrays.fill(turns, 0);
        begin(0);
        for (int at = 0; at < length; ) {
            at = count(text, at, Math.min(length, at + FULL));
            if (at < length && TABLE[text[at]] < 0) {
                at = special(text, at, length, wanted);
            }
        }
        finish(text, length, wanted);
        for (int script = 0; script < NO_LETTER; script++) {
            scripts[script] = lettersOf(script);
        }
    }

    private int lettersOf(int script) {
        int letters = 0;
        for (int turn = script; turn < turns.length; turn += Scripts.COUNT) {
            letters += turns[turn];
        }
        return letters;
    }

    /** Counts characters up to a special one or an end that is at most {@link #FULL} away; returns where it stopped. */
    private int count(char[] text, int from, int to) {
        long packed = 0;
        int pieces = 0;
        int after = afterSpace;
        int any = 0;
        int at = from;
        for (; at < to; at++) {
            int entry = TABLE[text[at]];
            if (entry < 0) {
                break;
            }
            int kind = entry >>> KIND_SHIFT & KIND_MASK;
            packed += 1L << kind;
            turns[(at & (TURNS - 1)) * Scripts.COUNT + (entry & (Scripts.COUNT - 1))]++;
            int space = (kind + SPACE_CARRY) >>> SPACE_SHIFT;
            pieces += after & ~space;
            after = space;
            any |= entry;
        }
        piecesInLine += pieces;
        afterSpace = after;
        seen |= any;
        for (int kind = LOWER; kind <= SPACE; kind += UPPER) {
            kinds[kind] += (int) (packed >>> kind & COUNTER);
        }
        return at;
    }

    /** Takes in a line feed, a pair of surrogates or a lone one; returns where the next character stands. */
    private int special(char[] text, int at, int length, ScriptSet wanted) {
        char unit = text[at];
        if (unit == '\n') {
            finish(text, at, wanted);
            begin(at + 1);
            return at + 1;
        }
        boolean pair = Character.isHighSurrogate(unit) && at + 1 < length && Character.isLowSurrogate(text[at + 1]);
        int entry = entry(pair ? Character.toCodePoint(unit, text[at + 1]) : unit);
        int kind = entry >>> KIND_SHIFT & KIND_MASK;
        kinds[kind]++;
        turns[entry & (Scripts.COUNT - 1)]++;
        piecesInLine += kind == SPACE ? 0 : afterSpace;
        afterSpace = kind == SPACE ? 1 : 0;
        seen |= entry;
        pairs += pair ? 1 : 0;
        return pair ? at + 2 : at + 1;
    }

    private static short[] table() {
        short[] table = new short[0x10000];
        for (int c = 0; c < table.length; c++) {
            boolean special = c == '\n' || Character.isSurrogate((char) c);
            table[c] = (short) (entry(c) | (special ? SPECIAL : 0));
        }
        return table;
    }

    /** A character's kind and, of a letter, its script. */
    private static int entry(int c) {
        int bits = CharacterClasses.of(c);
        int kind = kind(bits);
        return (kind <= LETTER ? Scripts.of(c) : NO_LETTER)
                | (kind << KIND_SHIFT)
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
        int inScripts = wanted.sum(this::lettersOf);
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
