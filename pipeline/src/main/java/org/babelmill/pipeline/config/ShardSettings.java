package org.babelmill.pipeline.config;

/**
 * The published files.
 *
 * @param targetSize size a shard file aims at
 * @param rowGroupSize size of a row group in parquet-java's own count, which takes finished pages as compressed
 * @param compressionLevel zstd level
 * @param removed which removed documents are published too, with all reasons
 */
public record ShardSettings(
        @Allowed(min = 1 << 16, max = 1L << 40) ByteSize targetSize,
        @Allowed(min = 1 << 16, max = 1 << 30) ByteSize rowGroupSize,
        @Allowed(min = 1, max = 19) int compressionLevel,
        Removed removed) {

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
