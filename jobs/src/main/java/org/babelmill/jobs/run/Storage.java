package org.babelmill.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.babelmill.jobs.spark.LocalFiles;

/** Small files and folders on the storage of one path: whole-file reads and writes that readers never see half done. */
public final class Storage {

    private final FileSystem fs;
    private final boolean renames;
    private final boolean local;

    private Storage(FileSystem fs) {
        this.fs = fs;
        // An object store shows a file when it is complete; everywhere else a rename does that.
        this.local = fs instanceof RawLocalFileSystem || fs instanceof LocalFileSystem;
        this.renames = !fs.getUri().getScheme().startsWith("s3");
    }

    /** The storage that a path is on. */
    public static Storage of(Path path, Configuration hadoop) throws IOException {
        FileSystem fs = path.getFileSystem(hadoop);
        LocalFiles.withoutChecksums(fs);
        return new Storage(fs);
    }

    /** Whether a file or folder exists. */
    public boolean exists(Path path) throws IOException {
        return fs.exists(path);
    }

    /** The text of a file; empty when it does not exist. */
    public Optional<String> read(Path path) throws IOException {
        try (InputStream in = fs.open(path)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Writes a whole file, over an older one: a reader sees the old text or the new, never a part. */
    public void write(Path path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!renames) {
            put(path, bytes);
            return;
        }
        Path temporary = new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
        put(temporary, bytes);
        replace(temporary, path);
    }

    /** Gives a complete file its name, over an older one of that name. */
    public void replace(Path temporary, Path path) throws IOException {
        if (local) {
            // Hadoop's local rename starts two processes for each file where its native library is missing.
            Files.move(local(temporary), local(path), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        FileContext.getFileContext(fs.getUri(), fs.getConf()).rename(temporary, path, Options.Rename.OVERWRITE);
    }

    /** Whether a file appears only when it is complete, so that no temporary name is needed. */
    public boolean isAtomic() {
        return !renames;
    }

    /** Writes a file in place: it exists all the time, and a reader may see a part of the new text. */
    public void overwrite(Path path, String text) throws IOException {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates a file that must not exist yet; says whether it did. */
    public boolean createNew(Path path, String text) throws IOException {
        try (OutputStream out = fs.create(path, false)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** The files in a folder, without those below it, sorted by name; none when the folder does not exist. */
    public List<FileStatus> files(Path folder) throws IOException {
        try {
            List<FileStatus> files = new ArrayList<>();
            for (FileStatus status : fs.listStatus(folder)) {
                if (status.isFile()) {
                    files.add(status);
                }
            }
            files.sort(Comparator.comparing(f -> f.getPath().getName()));
            return files;
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** Whether a folder holds nothing, or does not exist. */
    public boolean isEmpty(Path folder) throws IOException {
        try {
            return fs.listStatus(folder).length == 0;
        } catch (FileNotFoundException e) {
            return true;
        }
    }

    /** Names of what a folder holds, sorted; for messages. */
    public List<String> names(Path folder) throws IOException {
        return Arrays.stream(fs.listStatus(folder))
                .map(s -> s.getPath().getName())
                .sorted()
                .toList();
    }

    /** Deletes a file or a folder with all it holds; nothing happens when it does not exist. */
    public void delete(Path path) throws IOException {
        fs.delete(path, true);
    }

    /** Makes a folder and those above it. */
    public void mkdirs(Path folder) throws IOException {
        if (local) {
            // For the same reason: each new folder would start a process that sets its mode.
            Files.createDirectories(local(folder));
            return;
        }
        fs.mkdirs(folder);
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private void put(Path path, byte[] bytes) throws IOException {
        try (OutputStream out = fs.create(path, true)) {
            out.write(bytes);
        }
    }
}
