package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputSplit;

/** A run directory to read from: the files of its finished tables, in the order of the documents. */
public final class FinishedRun {

    private final RunDirectory directory;
    private final List<InputSplit> splits;

    private FinishedRun(RunDirectory directory, List<InputSplit> splits) {
        this.directory = directory;
        this.splits = splits;
    }

    /** Opens a run directory; refuses a folder that is none. */
    public static FinishedRun open(String path, Configuration hadoop) throws IOException {
        RunDirectory directory = RunDirectory.existing(path, hadoop);
        return new FinishedRun(directory, directory.splits());
    }

    /** The directory. */
    public RunDirectory directory() {
        return directory;
    }

    /** How the input was cut: the files of all tables correspond split by split. */
    public List<InputSplit> splits() {
        return splits;
    }

    /** The record of a stage; refuses a stage that is not finished. */
    public StageRecord stage(RunStage stage) throws IOException {
        return directory
                .stage(stage)
                .orElseThrow(() -> new UserError(directory.root() + ": stage " + stage.label()
                        + " is not finished; do it first: babelmill " + stage.label() + " " + directory.root()));
    }

    /** The stage that wrote a table here: a finished one, else the first that might. */
    private RunStage writer(String table) throws IOException {
        List<RunStage> stages = RunStage.writing(table);
        for (RunStage stage : stages) {
            if (directory.stage(stage).isPresent()) {
                return stage;
            }
        }
        return stages.get(0);
    }

    /** The files of a table, one for each split, in the order of the splits. */
    public List<Path> files(String table) throws IOException {
        RunStage stage = writer(table);
        String work = stage(stage).work();
        if (work == null) {
            throw new UserError(
                    directory.shown() + ": was made by an earlier version of this program; do the run again");
        }
        SplitRecords records = new SplitRecords(directory, stage, work);
        List<Path> files = new ArrayList<>(splits.size());
        for (InputSplit split : splits) {
            files.add(records.file(split, table));
        }
        return files;
    }
}
