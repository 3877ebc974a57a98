package org.babelmill.pipeline.config;

import java.util.List;
import java.util.Optional;

/**
 * Which records are read.
 *
 * @param root where relative lines of path lists start; the list's own folder when empty
 * @param dump name of the crawl for the {@code dump} column; {@code auto} takes {@code CC-MAIN-YYYY-WW} or the like from
 *     the file's path
 * @param splitSize stored bytes that one task reads at most; larger archives are split at record boundaries, smaller
 *     ones share a task
 * @param maxRecordSize content of a record above this is not read; the record goes to the ledger
 * @param statuses HTTP status codes whose content is read
 * @param mediaTypes media types that are extracted, lower case
 * @param keepTruncated whether records that the crawler cut off ({@code WARC-Truncated}) are kept
 */
public record InputSettings(
        Optional<String> root,
        String dump,
        @Allowed(min = 1 << 12, max = 1L << 40) ByteSize splitSize,
        @Allowed(min = 1024, max = 1 << 30) ByteSize maxRecordSize,
        @Allowed(min = 1) List<Integer> statuses,
        @Allowed(min = 1) List<String> mediaTypes,
        boolean keepTruncated) {}
