package org.babelmill.jobs.langid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputKind;

/**
 * The files to train on, by kind, each list sorted.
 *
 * @param lines text files, a text a line, in folders named by language
 * @param json JSON lines with {@code text}, and with {@code language} unless their folder is named by one
 * @param parquet Parquet files with the same columns
 * @param counts files of word counts, as the repository has one
 */
record TrainingFiles(List<String> lines, List<String> json, List<String> parquet, List<String> counts) {

    private static final Pattern LINES = Pattern.compile(".*\\.txt(\\.gz|\\.zst)?");
    private static final Pattern COUNTS = Pattern.compile(".*\\.tsv\\.gz");

    TrainingFiles {
        lines = List.copyOf(lines);
        json = List.copyOf(json);
        parquet = List.copyOf(parquet);
        counts = List.copyOf(counts);
    }

    /**
     * Finds the files below paths.
     *
     * @param paths files and folders; folders are searched through, hidden files and those of other kinds left out
     * @throws UserError when a path does not exist or holds nothing to train on
     */
    static TrainingFiles find(List<String> paths, Configuration hadoop) throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : paths) {
            Path path = new Path(name);
            FileSystem fs = path.getFileSystem(hadoop);
            if (!fs.exists(path)) {
                throw new UserError("--text " + name + ": no such file or folder");
            }
            int before = files.size();
            add(fs, fs.getFileStatus(path), files);
            if (files.size() == before) {
                throw new UserError(
                        "--text " + name
                                + ": nothing to train on; expected .jsonl, .parquet, .txt (each also .gz) or counts as .tsv.gz");
            }
        }
        Collections.sort(files);
        return new TrainingFiles(
                files.stream().filter(f -> LINES.matcher(f).matches()).toList(),
                files.stream().filter(f -> is(f, InputKind.JSONL)).toList(),
                files.stream().filter(f -> is(f, InputKind.PARQUET)).toList(),
                files.stream().filter(f -> COUNTS.matcher(f).matches()).toList());
    }

    private static void add(FileSystem fs, FileStatus status, List<String> files) throws IOException {
        String name = status.getPath().getName();
        if (status.isDirectory()) {
            for (FileStatus child : fs.listStatus(status.getPath())) {
                if (!child.getPath().getName().startsWith("_")
                        && !child.getPath().getName().startsWith(".")) {
                    add(fs, child, files);
                }
            }
        } else if (LINES.matcher(name).matches()
                || COUNTS.matcher(name).matches()
                || is(name, InputKind.JSONL)
                || is(name, InputKind.PARQUET)) {
            files.add(status.getPath().toString());
        }
    }

    private static boolean is(String name, InputKind kind) {
        return InputKind.ofName(name).equals(Optional.of(kind));
    }
}
