package org.babelmill.jobs.spark;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/** Hadoop's file system of this machine. */
public final class LocalFiles {

    private LocalFiles() {}

    /**
     * Lets it write no {@code .crc} beside every file: Parquet has checksums of its own, and nobody wants the others among
     * published shards. Hadoop keeps one object for a process, so once is enough; other file systems are left alone.
     */
    public static void withoutChecksums(FileSystem fs) {
        if (fs instanceof LocalFileSystem files) {
            files.setWriteChecksum(false);
        }
    }
}
