package org.babelmill.dedup.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.babelmill.pipeline.text.Scripts;

/**
 * What becomes of each code point when a text is simplified, by look-up: two levels of 256, equal pages shared. Immutable
 * and safe to share; built once, in well under a second.
 *
 * <p>An entry is a {@code long}: the kind in the lowest four bits, a length in the next four, and above them up to seven
 * bytes of UTF-8, first byte lowest. {@link #LONG} entries hold the offset of longer bytes instead.
 */
final class SimplificationTable {

    /** Bytes that continue the token before. */
    static final int PLAIN = 0;
    /** White space or punctuation; its bytes are one space. */
    static final int SPACE = 1;
    /** Bytes that are a token of their own: a character of a script that is written without spaces. */
    static final int ALONE = 2;
    /** Nothing: a non-spacing mark. */
    static final int NOTHING = 3;
    /** A decimal digit of any script. */
    static final int DIGIT = 4;
    /** Capital sigma, whose lower case depends on its neighbours. */
    static final int SIGMA = 5;
    /** Half of a surrogate pair. */
    static final int SURROGATE = 6;
    /** As {@link #PLAIN}, with more than seven bytes: see {@link #bytes}. */
    static final int LONG = 7;

    /**
     * datatrove's punctuation without what is below U+0080, as pairs of first and last code point. U+FF11, the full-width
     * digit one, stands in it, evidently by mistake, and never matters because digits are replaced first.
     */
    private static final int[] WIDE_PUNCTUATION = {
        0x80, 0x9F, 0xAB, 0xAB, 0xB4, 0xB4, 0xBB, 0xBB, 0x2013, 0x2014, 0x2019, 0x2019, 0x201C, 0x201E, 0x2026, 0x2026,
        0x2236, 0x2236, 0x2501, 0x2501, 0x25BA, 0x25BA, 0x3001, 0x3002, 0x3008, 0x300D, 0x3010, 0x3011, 0xFF01, 0xFF01,
        0xFF05, 0xFF05, 0xFF08, 0xFF09, 0xFF0C, 0xFF0C, 0xFF0E, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF1F, 0xFF5E, 0xFF5E
    };

    private static final int PACKED = 7;

    /** The table; there is only one. Made last, from the constants above. */
    static final SimplificationTable INSTANCE = new SimplificationTable();

    private final long[] basic = new long[1 << Character.SIZE];
    private final long[][] pages = new long[(Character.MAX_CODE_POINT + 1) >> 8][];
    private byte[] pool = new byte[1 << 17];
    private int pooled;

    private SimplificationTable() {
        Map<Page, long[]> known = new HashMap<>();
        for (int page = 0; page < pages.length; page++) {
            long[] entries = new long[256];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = entry((page << 8) | i);
            }
            pages[page] = known.computeIfAbsent(new Page(entries), Page::entries);
        }
        pool = Arrays.copyOf(pool, pooled);
        Arrays.setAll(basic, this::of);
    }

    /** The entries of the characters that are no surrogate, by character: one look-up where {@link #of} takes two. */
    long[] basic() {
        return basic;
    }

    /** The entry of a code point. */
    long of(int codePoint) {
        return pages[codePoint >> 8][codePoint & 0xFF];
    }

    /** The kind of an entry. */
    static int kind(long entry) {
        return (int) entry & 15;
    }

    /** How many bytes an entry stands for. */
    static int length(long entry) {
        return ((int) entry >> 4) & 15;
    }

    /** The bytes of an entry that fit it, the first in the lowest eight bits; above them zero. */
    static long packed(long entry) {
        return entry >>> 8;
    }

    /** Copies the bytes of a {@link #LONG} entry. */
    void bytes(long entry, byte[] target, int at) {
        System.arraycopy(pool, (int) (entry >>> 8), target, at, length(entry));
    }

    private long entry(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return SURROGATE;
        }
        if (codePoint == 'Σ') {
            return SIGMA;
        }
        int lower = Character.toLowerCase(codePoint);
        if (Character.getType(lower) == Character.DECIMAL_DIGIT_NUMBER) {
            return DIGIT;
        }
        if (isSpace(lower) || isPunctuation(lower)) {
            return ((long) ' ' << 8) | (1 << 4) | SPACE;
        }
        String rest = withoutMarks(lower);
        return rest.isEmpty() ? NOTHING : entry(rest);
    }

    private long entry(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > PACKED) {
            return pool(utf8);
        }
        long entry = 0;
        for (int i = utf8.length - 1; i >= 0; i--) {
            entry = (entry << 8) | (utf8[i] & 0xFF);
        }
        boolean alone = Scripts.isUnspaced(Scripts.of(text.codePointAt(0)));
        return (entry << 8) | ((long) utf8.length << 4) | (alone ? ALONE : PLAIN);
    }

    private long pool(byte[] utf8) {
        if (pooled + utf8.length > pool.length) {
            pool = Arrays.copyOf(pool, 2 * pool.length);
        }
        System.arraycopy(utf8, 0, pool, pooled, utf8.length);
        long entry = ((long) pooled << 8) | ((long) utf8.length << 4) | LONG;
        pooled += utf8.length;
        return entry;
    }

    /** Canonical decomposition without the non-spacing marks. */
    private static String withoutMarks(int codePoint) {
        StringBuilder rest = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(rest::appendCodePoint);
        return rest.toString();
    }

    /** White space as Python's {@code str.split} has it: Unicode's White_Space and the four information separators. */
    private static boolean isSpace(int c) {
        return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c < ' ' || c == 0x7F || (c > ' ' && !Character.isLetterOrDigit(c));
        }
        for (int i = 0; i < WIDE_PUNCTUATION.length; i += 2) {
            if (c >= WIDE_PUNCTUATION[i] && c <= WIDE_PUNCTUATION[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** A page as a map key: arrays compare by identity. */
    private static final class Page {

        private final long[] entries;

        Page(long[] entries) {
            this.entries = entries;
        }

        long[] entries() {
            return entries;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Page page && Arrays.equals(entries, page.entries);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(entries);
        }
    }
}
