package org.babelmill.jobs.shard;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * How many files each part of the corpus gets, and which document goes into which. Follows from the bytes of each part,
 * the seed and the documents' ids, never from the order or number of tasks.
 */
public final class ShardPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The Hub takes 10,000 entries in a folder; README and friends stand beside them. */
    static final int MOST_FILES = 9_000;

    /**
     * Stored bytes for a byte of text, other columns included, at zstd 3. FineWeb2's own ratio is 0.41 for text alone
     * (reference: 22.9 TB of text in 9.44 TB of Parquet); extra columns and short documents make it more.
     */
    private static final double STORED_SHARE = 0.5;

    /** The Hub's viewer wants row groups below 100 MB uncompressed; a fifth is kept for groups above the mean. */
    private static final double GROUP_BYTES = 80e6;

    /** Bytes of a row besides its text, uncompressed; measured on the development archives: 700 to 1,100. */
    private static final double OTHER_COLUMNS = 1_200;

    private final long seed;
    private final List<Shard> shards = new ArrayList<>();
    private final Map<Part, Integer> firstShard = new HashMap<>();
    private final Map<Part, Integer> shardCount = new HashMap<>();
    private final int[] taskStarts;

    /**
     * A folder of the corpus.
     *
     * @param split {@code train}, {@code test} or {@code removed}
     * @param language language tag
     */
    public record Part(String split, String language) implements Serializable, Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            int bySplit = split.compareTo(other.split);
            return bySplit != 0 ? bySplit : language.compareTo(other.language);
        }

        /** The folder below the shards' root. */
        public String folder() {
            return (split.equals("removed") ? "removed/" : "data/") + language;
        }
    }

    /**
     * What a part holds.
     *
     * @param textBytes bytes of text
     * @param documents rows
     */
    public record Size(long textBytes, long documents) implements Serializable {

        Size plus(Size other) {
            return new Size(textBytes + other.textBytes, documents + other.documents);
        }

        /**
         * Rows that make a row group of {@link #GROUP_BYTES}. Rows are shuffled, so that groups of many rows differ little
         * from the mean.
         */
        int groupRows() {
            double row = (double) textBytes / Math.max(1, documents) + OTHER_COLUMNS;
            return (int) Math.max(1, Math.min(Integer.MAX_VALUE, GROUP_BYTES / row));
        }
    }

    /**
     * One file.
     *
     * @param part the folder it is in
     * @param index its number, from 0
     * @param of how many files the split has there
     * @param textBytes bytes of text expected in it
     * @param groupRows most rows of a row group, so that it stays below the limit uncompressed
     */
    public record Shard(Part part, int index, int of, long textBytes, int groupRows) implements Serializable {

        /** Path below the shards' root: {@code data/deu_Latn/train-00000-of-00003.parquet}. */
        public String path() {
            return String.format(Locale.ROOT, "%s/%s-%05d-of-%05d.parquet", part.folder(), part.split(), index, of);
        }
    }

    /**
     * A plan.
     *
     * @param sizes what each part holds
     * @param targetSize stored bytes a file aims at
     * @param seed decides which document goes where
     */
    public ShardPlan(Map<Part, Size> sizes, long targetSize, long seed) {
        this.seed = seed;
        List<Integer> starts = new ArrayList<>();
        long inTask = Long.MAX_VALUE;
        for (Map.Entry<Part, Size> entry : new TreeMap<>(sizes).entrySet()) {
            Part part = entry.getKey();
            int files = files(entry.getValue().textBytes(), targetSize);
            firstShard.put(part, shards.size());
            shardCount.put(part, files);
            for (int i = 0; i < files; i++) {
                long bytes = entry.getValue().textBytes() / files;
                // Tiny languages share a task; a full file has its own.
                if (inTask == Long.MAX_VALUE || (inTask + bytes) * STORED_SHARE > targetSize) {
                    starts.add(shards.size());
                    inTask = 0;
                }
                inTask += bytes;
                shards.add(new Shard(part, i, files, bytes, entry.getValue().groupRows()));
            }
        }
        this.taskStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int files(long textBytes, long targetSize) {
        return (int) Math.min(MOST_FILES, Math.max(1, Math.ceil(textBytes * STORED_SHARE / targetSize)));
    }

    /** All files, in the order in which tasks write them. */
    public List<Shard> shards() {
        return List.copyOf(shards);
    }

    /** Number of tasks that write them. */
    public int tasks() {
        return taskStarts.length;
    }

    /** First shard of each task, ascending. */
    int[] taskStarts() {
        return taskStarts.clone();
    }

    /** Where a document stands in its part's shuffled order; the order of unsigned numbers. */
    public long order(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return XxHash64.hash(bytes, 0, bytes.length, seed);
    }

    /**
     * The file of a document.
     *
     * @param part the part it belongs to; one of those the plan was made for
     * @param order as {@link #order} gives it
     * @return position in {@link #shards}
     */
    public int shard(Part part, long order) {
        int files = shardCount.get(part);
        // floor(unsigned order * files / 2^64): an even share of the order's range for each file.
        return firstShard.get(part) + (int) Math.multiplyHigh(order >>> 1, (long) files << 1);
    }
}
