package org.babelmill.pipeline.config;

/**
 * The published files.
 *
 * @param targetSize size a shard file aims at
 * @param rowGroupSize size of a row group in parquet-java's own count, which takes finished pages as compressed
 * @param compressionLevel zstd level
 * @param testShare share of the kept documents that become the test split, drawn by duplicate cluster
 * @param testDocuments about the most test documents of one language
 * @param copies whether a document that is to be seen more than once is stored once or as often
 * @param removed which removed documents are published too, with all reasons
 * @param tokenizer path of a Hugging Face {@code tokenizer.json} by which tokens are counted; empty for no counts
 */
public record ShardSettings(
        @Allowed(min = 1 << 16, max = 1L << 40) ByteSize targetSize,
        @Allowed(min = 1 << 16, max = 1 << 30) ByteSize rowGroupSize,
        @Allowed(min = 1, max = 19) int compressionLevel,
        @Allowed(min = 0, max = 0.5) double testShare,
        @Allowed(min = 0, max = 1 << 30) int testDocuments,
        Copies copies,
        Removed removed,
        String tokenizer) {

    /** How copies are stored. */
    public enum Copies {
        /** One row, and the number of copies in the column {@code repeats}. */
        COLUMN,
        /** One row a copy, scattered over the shards. */
        MATERIALISED
    }

    /** The removed documents that are published beside the kept ones. */
    public enum Removed {
        /** None. */
        NONE,
        /** Those that the quality filters removed, as FineWeb2 does. */
        QUALITY,
        /** All but those whose publisher does not want it. */
        ALL
    }
}
