package org.babelmill.jobs.shard;

import java.io.Serializable;

/**
 * One finished file, as the manifest lists it.
 *
 * @param path below the shards' folder
 * @param split train, test or removed
 * @param language language tag
 * @param rows documents in it
 * @param bytes size of the file
 * @param textBytes UTF-8 bytes of the texts as extracted
 * @param words words of the texts
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record ShardEntry(
        String path, String split, String language, long rows, long bytes, long textBytes, long words, String sha256)
        implements Serializable {}
