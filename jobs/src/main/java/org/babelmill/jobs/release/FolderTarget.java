package org.babelmill.jobs.release;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.run.ShownPath;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.spark.FileTree;
import org.babelmill.pipeline.hash.Sha256;

/**
 * A folder on any storage that Hadoop knows: local, HDFS, S3-compatible. A file gets its name when it is complete and its
 * checksum is right; one that is there already is read to see whether it is the same.
 */
public final class FolderTarget implements ReleaseTarget {

    private static final int BUFFER = 1 << 20;

    private final Path root;
    private final Storage storage;
    private final FileSystem fs;

    /** A folder. */
    public FolderTarget(Path folder, Configuration hadoop) throws IOException {
        this.fs = folder.getFileSystem(hadoop);
        // By way of text, which loses a slash at the end.
        this.root = fs.makeQualified(new Path(folder.toString()));
        this.storage = Storage.of(root, hadoop);
    }

    @Override
    public List<ReleaseFile> present(List<ReleaseFile> files) throws IOException {
        List<ReleaseFile> present = new ArrayList<>();
        for (ReleaseFile file : files) {
            if (same(file)) {
                present.add(file);
            }
        }
        return present;
    }

    private boolean same(ReleaseFile file) throws IOException {
        Path path = new Path(root, file.path());
        try {
            if (fs.getFileStatus(path).getLen() != file.bytes()) {
                return false;
            }
        } catch (FileNotFoundException e) {
            return false;
        }
        try (InputStream in = fs.open(path)) {
            return copy(in, OutputStream.nullOutputStream()).equals(file.sha256());
        }
    }

    private static String copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            out.write(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void begin() throws IOException {
        storage.delete(new Path(root, Release.MANIFEST));
    }

    @Override
    public void put(ReleaseFile file, Source source) throws IOException {
        Path path = new Path(root, file.path());
        storage.mkdirs(path.getParent());
        Path written = storage.isAtomic() ? path : new Path(path.getParent(), "." + path.getName() + ".part");
        String sha256;
        try (InputStream in = source.open(0);
                OutputStream out = fs.create(written, true)) {
            sha256 = copy(in, out);
        }
        if (!sha256.equals(file.sha256())) {
            fs.delete(written, false);
            throw new IOException(file.path() + ": SHA-256 " + sha256 + " where the manifest has " + file.sha256()
                    + "; the shards were damaged or changed after they were finished");
        }
        if (!written.equals(path)) {
            storage.replace(written, path);
        }
    }

    @Override
    public void complete(List<ReleaseFile> files, ReleaseFile manifest, Source source) throws IOException {
        Set<String> listed = new HashSet<>();
        files.forEach(f -> listed.add(f.path()));
        for (String folder : List.of("data", "removed")) {
            Path path = new Path(root, folder);
            if (fs.exists(path)) {
                for (FileStatus file : new FileTree(fs, path).files()) {
                    if (!listed.contains(relative(file.getPath()))) {
                        fs.delete(file.getPath(), false);
                    }
                }
            }
        }
        put(manifest, source);
    }

    private String relative(Path file) throws IOException {
        String start = root.toUri().getPath() + "/";
        String path = file.toUri().getPath();
        if (!path.startsWith(start)) {
            throw new IOException(path + ": listed below " + start + ", and is not");
        }
        return path.substring(start.length());
    }

    @Override
    public String describe() {
        return ShownPath.of(root);
    }
}
