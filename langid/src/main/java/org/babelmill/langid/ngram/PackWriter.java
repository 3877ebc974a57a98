package org.babelmill.langid.ngram;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes a pack (see {@link PackFormat}). The same features give the same bytes in whatever order they were added. Takes
 * 16 bytes of memory a feature and language.
 */
public final class PackWriter {

    private final PackMetadata metadata;
    private long[] keys = new long[1 << 16];
    private long[] values = new long[1 << 16];
    private int size;

    /** A writer for the languages of the metadata. */
    public PackWriter(PackMetadata metadata) {
        this.metadata = metadata;
    }

    /**
     * Adds a feature of a language; one that is rarer than the penalty says is left out.
     *
     * @param language number in the metadata's list
     * @param order 0 for a word, else the length of the n-gram
     * @param frequency share of this feature among all of its order in the language, above 0
     */
    public void add(int language, int order, CharSequence feature, double frequency) {
        double gain = metadata.penalty() + StrictMath.log10(frequency);
        long value = Math.min(255, Math.round(gain / metadata.step()));
        if (value <= 0) {
            return;
        }
        if (size == keys.length) {
            int longer = (int) Math.min(Integer.MAX_VALUE - 8, size * 2L);
            keys = Arrays.copyOf(keys, longer);
            values = Arrays.copyOf(values, longer);
        }
        // Sorting is by signed numbers; the flipped sign bit makes it the order of the slots.
        keys[size] = NgramKeys.of(feature, order) ^ Long.MIN_VALUE;
        values[size++] = ((long) language << 8) | value;
    }

    /** Writes everything added; the stream is flushed and stays open. The writer must not be used afterwards. */
    public void write(OutputStream out) throws IOException {
        LongArrays.parallelQuickSort(keys, values, 0, size);
        int bits = PackFormat.bits(countDistinct());
        byte[] counts = new byte[1 << bits];
        ByteArrayOutputStream checks = new ByteArrayOutputStream();
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        long[] written = features(bits, counts, checks, lists);

        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
        DataOutputStream data = new DataOutputStream(checked);
        byte[] json = PackJson.write(metadata);
        data.write(PackFormat.MAGIC);
        data.writeInt(PackFormat.VERSION);
        data.writeInt(json.length);
        data.write(json);
        data.writeInt(bits);
        data.writeLong(written[0]);
        data.writeLong(written[1]);
        data.write(counts);
        checks.writeTo(data);
        lists.writeTo(data);
        data.writeInt((int) checked.getChecksum().getValue());
        data.flush();
    }

    private long countDistinct() {
        long distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    /** Writes keys and posting lists and returns how many there are of each. */
    private long[] features(int bits, byte[] counts, OutputStream checks, OutputStream lists) throws IOException {
        int dropped = 64 - bits - NgramPack.CHECK_BITS;
        long features = 0;
        long postings = 0;
        for (int from = 0; from < size; ) {
            long key = (keys[from] ^ Long.MIN_VALUE) >>> dropped;
            int to = from + 1;
            while (to < size && (keys[to] ^ Long.MIN_VALUE) >>> dropped == key) {
                to++;
            }
            int home = (int) (key >>> NgramPack.CHECK_BITS);
            if (++counts[home] == 0) {
                throw new IllegalStateException("more than 255 features share a home slot");
            }
            checks.write((int) (key >>> 16));
            checks.write((int) (key >>> 8));
            checks.write((int) key);
            postings += list(from, to, lists);
            features++;
            from = to;
        }
        return new long[] {features, postings};
    }

    /** Writes one posting list: each language once, with its highest value should keys have fallen together. */
    private int list(int from, int to, OutputStream out) throws IOException {
        long[] list = Arrays.copyOfRange(values, from, to);
        Arrays.sort(list);
        int count = 0;
        for (int i = 0; i < list.length; i++) {
            if (i + 1 == list.length || list[i + 1] >>> 8 != list[i] >>> 8) {
                list[count++] = list[i];
            }
        }
        varint(count - 1, out);
        long previous = -1;
        for (int i = 0; i < count; i++) {
            long language = list[i] >>> 8;
            varint((int) (language - previous - 1), out);
            out.write((int) list[i] & 0xFF);
            previous = language;
        }
        return count;
    }

    private static void varint(int value, OutputStream out) throws IOException {
        int rest = value;
        while (rest >= 0x80) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
