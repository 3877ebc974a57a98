package org.babelmill.langid.fasttext;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text to the vector that the output layer reads: the mean of the rows of its words, of their character n-grams and of
 * sequences of words. One thread at a time; made to be reused.
 */
final class Features {

    private static final byte[] END = "</s>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LABEL = "__label__".getBytes(StandardCharsets.US_ASCII);
    private static final long SEQUENCE_PRIME = 116049371L;

    private final Header header;
    private final Vocabulary vocabulary;
    private final Matrix input;
    private final float[] sum;
    private final float[] scratch;
    private byte[] word = new byte[64];
    private int[] hashes = new int[256];
    private int words;
    private long rows;

    Features(Header header, Vocabulary vocabulary, Matrix input) {
        this.header = header;
        this.vocabulary = vocabulary;
        this.input = input;
        this.sum = new float[header.dimension()];
        this.scratch = new float[header.dimension()];
    }

    /**
     * Reads a text; line ends are spaces, as in whole documents.
     *
     * @return whether the model has anything in it; if so, {@link #vector} holds the text's vector
     */
    boolean read(byte[] text, int from, int to) {
        Arrays.fill(sum, 0);
        words = 0;
        rows = 0;
        for (int at = from; at < to; ) {
            int end = at;
            while (end < to && !isSpace(text[end])) {
                end++;
            }
            if (end > at) {
                token(text, at, end);
            }
            at = end + 1;
        }
        token(END, 0, END.length);
        sequences();
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= 1f / rows;
        }
        return rows > 0;
    }

    /** The vector of the text read last. Not to be changed, and only valid until the next. */
    float[] vector() {
        return sum;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r') || b == 0;
    }

    private void token(byte[] text, int from, int to) {
        int hash = Hashes.of(text, from, to);
        int id = vocabulary.find(text, from, to, hash);
        if (id < 0 && startsWithLabel(text, from, to)) {
            return;
        }
        if (words == hashes.length) {
            hashes = Arrays.copyOf(hashes, words * 2);
        }
        hashes[words++] = hash;
        if (id >= 0) {
            add(id);
        }
        if (header.maxChars() > 0 && !Arrays.equals(text, from, to, END, 0, END.length)) {
            grams(text, from, to);
        }
    }

    private static boolean startsWithLabel(byte[] text, int from, int to) {
        return to - from >= LABEL.length && Arrays.equals(text, from, from + LABEL.length, LABEL, 0, LABEL.length);
    }

    /** All n-grams of characters of the word between angle brackets, but not a bracket alone. */
    private void grams(byte[] text, int from, int to) {
        int length = to - from + 2;
        if (word.length < length) {
            word = new byte[length * 2];
        }
        word[0] = '<';
        System.arraycopy(text, from, word, 1, to - from);
        word[length - 1] = '>';
        for (int start = 0; start < length; start++) {
            if (!isContinuation(word[start])) {
                gramsFrom(start, length);
            }
        }
    }

    private void gramsFrom(int start, int length) {
        int hash = Hashes.START;
        int at = start;
        for (int chars = 1; at < length && chars <= header.maxChars(); chars++) {
            do {
                hash = Hashes.add(hash, word[at++]);
            } while (at < length && isContinuation(word[at]));
            boolean bracket = chars == 1 && (start == 0 || at == length);
            if (chars >= header.minChars() && !bracket) {
                add(vocabulary.row(Integer.remainderUnsigned(hash, header.buckets())));
            }
        }
    }

    /** Sequences of two and more words. */
    private void sequences() {
        for (int first = 0; header.wordNgrams() > 1 && first < words; first++) {
            long hash = hashes[first];
            for (int next = first + 1; next < words && next < first + header.wordNgrams(); next++) {
                hash = hash * SEQUENCE_PRIME + hashes[next];
                add(vocabulary.row((int) Long.remainderUnsigned(hash, header.buckets())));
            }
        }
    }

    private void add(long row) {
        if (row >= 0) {
            input.addTo(sum, row, scratch);
            rows++;
        }
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }
}
