package org.babelmill.jobs.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.calibrate.ReferenceFile.Form;
import org.babelmill.jobs.spark.FileTree;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Finds files of reference text: named, in folders, or by a glob. Plain text and Wikipedia exports say their language by
 * their names ({@code deu_Latn.txt}, {@code dewiki-20260901-pages-articles.xml.bz2}) unless one is given for all.
 */
public final class ReferenceFiles {

    private final Configuration hadoop;
    private final String option;
    private final Optional<LanguageTag> given;

    /**
     * A finder.
     *
     * @param option the option that names the files, for messages
     * @param given language of all documents, where the user says it
     */
    public ReferenceFiles(Configuration hadoop, String option, Optional<LanguageTag> given) {
        this.hadoop = hadoop;
        this.option = option;
        this.given = given;
    }

    /** The files behind paths, in the order of their names. */
    List<ReferenceFile> list(List<String> paths) throws IOException {
        List<ReferenceFile> files = new ArrayList<>();
        for (String name : paths) {
            Path path = new Path(name);
            FileSystem fs = path.getFileSystem(hadoop);
            FileStatus[] matches = fs.globStatus(path);
            if (matches == null || matches.length == 0) {
                throw new UserError(option + " " + name + ": no such file or folder, and no match as a glob");
            }
            for (FileStatus match : matches) {
                if (match.isDirectory()) {
                    below(fs, match.getPath(), files);
                } else {
                    files.add(form(match.getPath())
                            .map(form -> file(match.getPath(), form))
                            .orElseThrow(() -> new UserError(option + " " + name + ": can read .jsonl, .parquet, .txt"
                                    + " and Wikipedia's .xml, plain or with .gz, .bz2 or .zst")));
                }
            }
        }
        if (files.isEmpty()) {
            throw new UserError(option + " " + String.join(" ", paths) + ": no file to read");
        }
        files.sort(Comparator.comparing(ReferenceFile::uri));
        return files;
    }

    private void below(FileSystem fs, Path folder, List<ReferenceFile> files) throws IOException {
        for (FileStatus file : new FileTree(fs, folder).files()) {
            Path path = file.getPath();
            form(path).ifPresent(form -> files.add(file(path, form)));
        }
    }

    private ReferenceFile file(Path path, Form form) {
        Optional<LanguageTag> tag = given;
        if (tag.isEmpty() && (form == Form.PLAIN || form == Form.WIKIPEDIA)) {
            tag = Optional.of(named(path)
                    .orElseThrow(
                            () -> new UserError(option + " " + path + ": of what language? Give --language, or name"
                                    + " the file as in deu_Latn.txt or dewiki-20260901-pages-articles.xml.bz2")));
        }
        return new ReferenceFile(
                path.toString(), form, tag.map(LanguageTag::toString).orElse(""));
    }

    private static Optional<LanguageTag> named(Path path) {
        String first = path.getName().split("[.-]", 2)[0];
        String label = first.endsWith("wiki") ? first.substring(0, first.length() - "wiki".length()) : first;
        return LanguageLabels.standard().find(label);
    }

    private static Optional<Form> form(Path path) {
        String name = path.getName().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst)$", "");
        int dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1)) {
            case "jsonl", "ndjson", "json" -> Optional.of(Form.JSONL);
            case "parquet" -> Optional.of(Form.PARQUET);
            case "txt" -> Optional.of(Form.PLAIN);
            case "xml" -> Optional.of(Form.WIKIPEDIA);
            default -> Optional.empty();
        };
    }
}
