package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.pipeline.hash.Sha256;

/**
 * The records of finished splits of one stage, one small file each. Its name holds the split's id and what else its files
 * follow from, so that a record of other input or other settings is never taken for this one.
 */
public final class SplitRecords {

    /** Folder of what attempts at splits leave while they work. */
    static final String ATTEMPTS = "attempts";

    private final RunDirectory directory;
    private final RunStage stage;
    private final String work;

    /**
     * The records of a stage.
     *
     * @param work what a split's files follow from besides the split, as in the stage's {@link StageRecord}
     */
    public SplitRecords(RunDirectory directory, RunStage stage, String work) {
        this.directory = directory;
        this.stage = stage;
        this.work = work;
    }

    /** The record of a split; empty when it is not finished. */
    public Optional<SplitRecord> read(InputSplit split) throws IOException {
        return directory.read(path(split), SplitRecord.class);
    }

    /** Records that a split is finished. */
    public void write(InputSplit split, SplitRecord record) throws IOException {
        directory.storage().write(path(split), RunDirectory.json(record));
    }

    /** How many of these splits are finished, from one listing. */
    public int finished(List<InputSplit> splits) throws IOException {
        Set<String> names = new HashSet<>();
        for (FileStatus file : directory.storage().files(folder())) {
            names.add(file.getPath().getName());
        }
        return (int) splits.stream().filter(s -> names.contains(name(s))).count();
    }

    /**
     * The file of a table that a finished split left.
     *
     * @param split whose index does not matter: who looks for the other pieces of a file does not know theirs
     */
    public Path file(InputSplit split, String table) throws IOException {
        SplitRecord record = read(split)
                .orElseThrow(() -> new IOException("stage " + stage.label() + " has no record of split " + split.index()
                        + " in " + directory.root()));
        if (!record.ordinals().equals(split.ordinals())) {
            throw new IOException("stage " + stage.label() + " has a record of split " + split.index()
                    + " from before other files came or went, in " + directory.root());
        }
        return new Path(directory.path(table), record.files().get(table));
    }

    /** Deletes all records, so that every split is done again. */
    public void deleteAll() throws IOException {
        deleteOthers(List.of());
    }

    /** Deletes records of other settings or other input, and what died before it became a record. */
    public void deleteOthers(List<InputSplit> splits) throws IOException {
        Set<String> names = new HashSet<>();
        splits.forEach(s -> names.add(name(s)));
        for (FileStatus file : directory.storage().files(folder())) {
            if (!names.contains(file.getPath().getName())) {
                directory.storage().delete(file.getPath());
            }
        }
    }

    /** What killed earlier attempts at a split; they name documents by their keys, so the files' ordinals belong to it. */
    SplitAttempts attempts(InputSplit split) {
        String ordinals = Sha256.hex(split.ordinals().toString()).substring(0, 16);
        return new SplitAttempts(
                directory, directory.path(ATTEMPTS + "/" + stage.label() + "/" + ordinals + "-" + name(split)));
    }

    private Path folder() {
        return directory.path("splits/" + stage.label());
    }

    private Path path(InputSplit split) {
        return new Path(folder(), name(split));
    }

    private String name(InputSplit split) {
        return split.id() + "-" + work.substring(0, 16) + ".json";
    }
}
