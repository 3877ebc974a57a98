package org.babelmill.jobs.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;

/**
 * Gives libraries that read local files what may lie elsewhere: a path on a shared storage is copied to a temporary
 * folder of this machine, which goes away with the process; a local path is given as it is.
 */
public final class LocalCopies {

    private final Configuration hadoop;

    public LocalCopies(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** The local path of a file or folder. */
    public Path of(String name) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(name);
        FileSystem fs = path.getFileSystem(hadoop);
        if (fs.getUri().getScheme().equals("file")) {
            return Path.of(path.toUri().getPath());
        }
        // Such a folder is its owner's alone.
        Path folder = Files.createTempDirectory("babelmill-");
        Path copy = folder.resolve(path.getName());
        boolean complete = FileUtil.copy(fs, path, copy.toFile(), false, hadoop);
        // What is named first goes last.
        try (Stream<Path> all = Files.walk(folder)) {
            all.map(Path::toFile).forEach(File::deleteOnExit);
        }
        if (!complete) {
            throw new IOException("cannot copy " + name + " to " + copy);
        }
        return copy;
    }

    /** The local path of a file or folder, where one is named. */
    public Optional<String> of(Optional<String> name) throws IOException {
        return name.isEmpty() ? name : Optional.of(of(name.get()).toString());
    }
}
