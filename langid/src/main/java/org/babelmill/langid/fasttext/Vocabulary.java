package org.babelmill.langid.fasttext;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words and labels of a model, and which n-gram rows it kept. Immutable. */
final class Vocabulary {

    private static final int MAX_TEXT = 1 << 16;
    private static final int SMALLEST_ENTRY = 10;

    private final byte[][] words;
    private final int[] table;
    private final List<String> labels;
    private final long[] labelCounts;
    private final Int2IntOpenHashMap kept;
    private final boolean pruned;

    private Vocabulary(byte[][] words, List<String> labels, long[] labelCounts, Int2IntOpenHashMap kept) {
        this.words = words;
        this.labels = List.copyOf(labels);
        this.labelCounts = labelCounts;
        this.kept = kept;
        this.pruned = kept != null;
        this.table = new int[Integer.highestOneBit(Math.max(8, words.length * 2)) << 1];
        Arrays.fill(table, -1);
        for (int id = 0; id < words.length; id++) {
            int at = Hashes.of(words[id], 0, words[id].length) & (table.length - 1);
            while (table[at] >= 0) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = id;
        }
    }

    static Vocabulary read(FileInput in) throws IOException {
        int size = (int) in.within("number of entries", in.int32(), 1, in.left() / SMALLEST_ENTRY);
        int wordCount = (int) in.within("number of words", in.int32(), 0, size);
        in.within("number of labels", in.int32(), 1, size);
        in.int64();
        long prunedSize = in.within("number of kept n-grams", in.int64(), -1, in.left() / 8);
        byte[][] words = new byte[wordCount][];
        List<String> labels = new ArrayList<>();
        long[] counts = new long[size - wordCount];
        for (int i = 0; i < size; i++) {
            byte[] text = in.text(MAX_TEXT);
            long count = in.int64();
            int expected = i < wordCount ? 0 : 1;
            in.within("kind of entry " + i, in.int8(), expected, expected);
            if (i < wordCount) {
                words[i] = text;
            } else {
                counts[labels.size()] = count;
                labels.add(new String(text, StandardCharsets.UTF_8));
            }
        }
        return new Vocabulary(words, labels, counts, kept(in, prunedSize));
    }

    int words() {
        return words.length;
    }

    /** The labels as they stand in the file, by number. */
    List<String> labels() {
        return labels;
    }

    /** How often each label occurred in training, by number. */
    long[] labelCounts() {
        return labelCounts.clone();
    }

    boolean isPruned() {
        return pruned;
    }

    /** Number of a word given by bytes and their hash; -1 where it is unknown. */
    int find(byte[] text, int from, int to, int hash) {
        for (int at = hash & (table.length - 1); table[at] >= 0; at = (at + 1) & (table.length - 1)) {
            byte[] word = words[table[at]];
            if (Arrays.equals(word, 0, word.length, text, from, to)) {
                return table[at];
            }
        }
        return -1;
    }

    /** Row of an n-gram's bucket; -1 where the model dropped it. */
    long row(int bucket) {
        if (!pruned) {
            return (long) words.length + bucket;
        }
        int id = kept.get(bucket);
        return id < 0 ? -1 : (long) words.length + id;
    }

    /** The largest row that an n-gram can have; -1 where there are none. */
    long maxRow(int buckets) {
        if (!pruned) {
            return (long) words.length + buckets - 1;
        }
        int max = -1;
        for (int id : kept.values()) {
            max = Math.max(max, id);
        }
        return (long) words.length + max;
    }

    private static Int2IntOpenHashMap kept(FileInput in, long size) throws IOException {
        if (size < 0) {
            return null;
        }
        Int2IntOpenHashMap kept = new Int2IntOpenHashMap((int) size);
        kept.defaultReturnValue(-1);
        for (long i = 0; i < size; i++) {
            int bucket = in.int32();
            kept.put(bucket, (int) in.within("row of a kept n-gram", in.int32(), 0, Integer.MAX_VALUE));
        }
        return kept;
    }
}
