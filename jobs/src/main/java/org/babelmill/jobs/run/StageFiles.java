package org.babelmill.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;

/** Small text files that a setting names, read where the program starts and sent along with the work. */
public final class StageFiles {

    private final Configuration hadoop;

    public StageFiles(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** The YAML files of a folder by name; none when no folder is named. */
    public Map<String, String> yaml(Optional<String> folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (folder.isPresent()) {
            FileSystem fs = fileSystem(folder.get());
            for (FileStatus file : list(fs, folder.get())) {
                String name = file.getPath().getName();
                if (file.isFile() && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
                    files.put(name, read(fs, file.getPath()));
                }
            }
        }
        return files;
    }

    /** The files {@code PURPOSE/LANGUAGE.txt} of a folder by that path; none when no folder is named. */
    public Map<String, String> wordLists(Optional<String> folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (folder.isPresent()) {
            FileSystem fs = fileSystem(folder.get());
            for (FileStatus purpose : list(fs, folder.get())) {
                if (purpose.isDirectory()) {
                    for (FileStatus file : fs.listStatus(purpose.getPath())) {
                        files.put(
                                purpose.getPath().getName() + "/"
                                        + file.getPath().getName(),
                                read(fs, file.getPath()));
                    }
                }
            }
        }
        return files;
    }

    /** The text of a file. */
    public String read(String file) throws IOException {
        FileSystem fs = fileSystem(file);
        return read(fs, new Path(file));
    }

    private FileSystem fileSystem(String path) throws IOException {
        return new Path(path).getFileSystem(hadoop);
    }

    private static FileStatus[] list(FileSystem fs, String folder) {
        try {
            return fs.listStatus(new Path(folder));
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static String read(FileSystem fs, Path file) throws IOException {
        try (InputStream in = fs.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
