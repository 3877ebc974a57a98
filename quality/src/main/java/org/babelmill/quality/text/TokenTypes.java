package org.babelmill.quality.text;

import org.babelmill.pipeline.text.CharacterClasses;

/**
 * The different tokens of a text, numbered in the order in which they first occur: what is asked of a token is found out
 * once, however often it occurs. Tokens of other case or form are other types. Belongs to one thread.
 */
public final class TokenTypes {

    /** Has a character outside datatrove's punctuation: counts as a word. */
    public static final byte WORD = 1;
    /** Has a letter. */
    public static final byte ALPHABETIC = 2;
    /** Has an upper- or title-case letter. */
    public static final byte UPPER = 4;
    /** Has a lower-case letter. */
    public static final byte LOWER = 8;

    /** Units that are read behind a token's end, whatever they are, since a loop to its end is dearer: it is guessed wrong. */
    static final int READ_BEHIND = 8;

    private static final int FOUR = 4;

    /** What is left of eight units read, of a token of so many: of the first four, and of the others. */
    private static final long[] FIRST = {0, 0xFFFFL, 0xFFFF_FFFFL, 0xFFFF_FFFF_FFFFL, -1, -1, -1, -1, -1};

    private static final long[] SECOND = {0, 0, 0, 0, 0, 0xFFFFL, 0xFFFF_FFFFL, 0xFFFF_FFFF_FFFFL, -1};

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Beside the kinds: has a typographic apostrophe. */
    private static final int APOSTROPHE = 16;

    /** Likewise: has half of a surrogate pair, or a lone one. */
    private static final int SURROGATE = 32;

    /** The kinds that are told. */
    private static final int TOLD = WORD | ALPHABETIC | UPPER | LOWER;

    /** What a UTF-16 unit makes of the token it stands in. */
    private static final byte[] KINDS = kindTable();

    private final CountTable table = new CountTable();
    private int[] lengths = new int[256];
    private long[] hashes = new long[256];
    private long[] folded = new long[256];
    private byte[] kinds = new byte[256];

    /** Forgets all types and makes room for those of so many tokens. */
    void reset(int tokens) {
        // Most occur several times.
        table.reset(tokens / 2);
        lengths = Scratch.fresh(lengths, tokens);
        hashes = Scratch.fresh(hashes, tokens);
        folded = Scratch.fresh(folded, tokens);
        kinds = Scratch.fresh(kinds, tokens);
    }

    /**
     * Takes in an occurrence.
     *
     * @param text goes on for {@link #READ_BEHIND} units after {@code end}
     * @return the number of its type
     */
    int add(char[] text, int start, int end) {
        int known = table.size();
        int type = table.add(key(text, start, end), start);
        if (type == known) {
            describe(text, start, end, type);
        }
        return type;
    }

    /** A number for the units of a token; by chance two of a text share one as rarely as they share a {@link TokenHash}. */
    static long key(char[] text, int start, int end) {
        int units = end - start;
        int eight = Math.min(units, FIRST.length - 1);
        // Lengths stand far apart: a token that ends with U+0000 is not the one without.
        long key = ((four(text, start) & FIRST[eight]) + units * MIX) * MIX;
        key = ((key ^ (key >>> 32)) + (four(text, start + FOUR) & SECOND[eight])) * MIX;
        for (int at = start + 2 * FOUR; at < end; at += FOUR) {
            key = ((key ^ (key >>> 32)) + (four(text, at) & FIRST[Math.min(FOUR, end - at)])) * MIX;
        }
        return key ^ (key >>> 32);
    }

    private static long four(char[] text, int at) {
        return text[at] | (long) text[at + 1] << 16 | (long) text[at + 2] << 32 | (long) text[at + 3] << 48;
    }

    /** One loop for kinds and hash: most tokens are so short that a loop's end is what costs. */
    private void describe(char[] text, int start, int end, int type) {
        int stop = Math.min(end, start + TokenHash.PIECE);
        int any = 0;
        long low = 0;
        long high = 0;
        for (int at = start, power = stop - start - 1; at < stop; at++, power--) {
            any |= KINDS[text[at]];
            low += (text[at] + 1) * TokenHash.low(power);
            high += (text[at] + 1) * TokenHash.high(power);
        }
        long hash = stop == end ? TokenHash.sum(low, high) : TokenHash.of(text, start, end);
        int length = end - start;
        if (stop < end || (any & SURROGATE) != 0) {
            any = kinds(text, start, end);
            length = Character.codePointCount(text, start, length);
        }
        lengths[type] = length;
        hashes[type] = hash;
        kinds[type] = (byte) (any & TOLD);
        folded[type] = (any & (UPPER | APOSTROPHE)) != 0 ? TokenHash.folded(text, start, end) : hash;
    }

    /** The kinds of all code points of a token. */
    private static int kinds(char[] text, int start, int end) {
        int any = 0;
        for (int at = start; at < end; ) {
            int c = Character.codePointAt(text, at, end);
            any |= kinds(c);
            at += Character.charCount(c);
        }
        return any;
    }

    private static int kinds(int c) {
        int bits = CharacterClasses.of(c);
        int kinds = (bits & CharacterClasses.SYMBOL) == 0 ? WORD : 0;
        kinds |= (bits & CharacterClasses.LETTER) != 0 ? ALPHABETIC : 0;
        kinds |= (bits & CharacterClasses.UPPER) != 0 ? UPPER : 0;
        kinds |= (bits & CharacterClasses.LOWER) != 0 ? LOWER : 0;
        return kinds | (c == 0x2019 ? APOSTROPHE : 0);
    }

    private static byte[] kindTable() {
        byte[] table = new byte[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = (byte) (kinds(c) | (Character.isSurrogate((char) c) ? SURROGATE : 0));
        }
        return table;
    }

    /** How many types there are. */
    public int size() {
        return table.size();
    }

    /** How often a type occurs. */
    public int count(int type) {
        return table.count(type);
    }

    /** Code points of a type. */
    public int length(int type) {
        return lengths[type];
    }

    /** A type's {@link TokenHash}. */
    public long hash(int type) {
        return hashes[type];
    }

    /** The {@link TokenHash} of a type in lower case. */
    public long folded(int type) {
        return folded[type];
    }

    /** Whether a type has all the given kinds. */
    public boolean is(int type, byte kinds) {
        return (this.kinds[type] & kinds) == kinds;
    }
}
