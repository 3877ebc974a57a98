package org.babelmill.jobs.datatrove;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the files of a MinHash run of datatrove lie: the output folders of its signature, bucket and cluster stages side by
 * side, under the names of its own examples.
 *
 * @param root folder
 * @param hadoop storage settings
 */
public record DatatroveFolder(Path root, Configuration hadoop) {

    private static final int BUFFER = 1 << 16;

    /** Signatures of one band of one file. */
    Path signatures(int band, int file) {
        return new Path(root, String.format(Locale.ROOT, "signatures/bucket_%03d/%05d.minhash.sig", band, file));
    }

    /** Pairs of one band, as one worker writes them. */
    Path pairs(int band) {
        return new Path(root, String.format(Locale.ROOT, "buckets/%05d_00.dups", band));
    }

    /** Pairs of all bands, of however many workers, in datatrove's order. */
    List<Path> pairs() throws IOException {
        Path folder = new Path(root, "buckets");
        FileSystem files = folder.getFileSystem(hadoop);
        if (!files.exists(folder)) {
            return List.of();
        }
        return Arrays.stream(files.listStatus(folder))
                .map(FileStatus::getPath)
                .filter(path -> path.getName().endsWith(".dups"))
                .sorted()
                .toList();
    }

    /** What is removed of a file. */
    Path removed(int file) {
        return new Path(root, String.format(Locale.ROOT, "remove_ids/%06d.remove", file));
    }

    /** Sizes of the clusters of a file's documents. */
    Path sizes(int file) {
        return new Path(root, String.format(Locale.ROOT, "remove_ids/%06d.sizes", file));
    }

    /** Whether a file or folder is there. */
    boolean has(Path path) throws IOException {
        return path.getFileSystem(hadoop).exists(path);
    }

    /** Whether a stage has left a folder: signatures, buckets or remove_ids. */
    boolean hasStage(String stage) throws IOException {
        return has(new Path(root, stage));
    }

    /** Reads a file; one that is not there is empty, as datatrove has it. */
    InputStream read(Path path) throws IOException {
        return has(path)
                ? new BufferedInputStream(path.getFileSystem(hadoop).open(path), BUFFER)
                : InputStream.nullInputStream();
    }

    /** Writes a file anew. */
    OutputStream write(Path path) throws IOException {
        return new BufferedOutputStream(path.getFileSystem(hadoop).create(path, true), BUFFER);
    }
}
