package org.babelmill.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputSplit;

/**
 * The folder a run writes, and what is recorded in it: {@code run.json} (what the run is), a record for each finished
 * stage, and one table folder each.
 */
public final class RunDirectory {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final String RUN = "run.json";
    private static final String SPLITS = "splits.json";

    private final Path root;
    private final Storage storage;
    private final Configuration hadoop;

    private RunDirectory(Path root, Storage storage, Configuration hadoop) {
        this.root = root;
        this.storage = storage;
        this.hadoop = hadoop;
    }

    /** The directory at a path, whether it exists or not. */
    public static RunDirectory at(String path, Configuration hadoop) throws IOException {
        try {
            Path root = new Path(path);
            Path qualified = root.getFileSystem(hadoop).makeQualified(root);
            return new RunDirectory(qualified, Storage.of(qualified, hadoop), hadoop);
        } catch (IllegalArgumentException e) {
            throw new UserError(path + ": not a path: " + e.getMessage(), e);
        }
    }

    /** A run that exists; refuses a folder that is none. */
    public static RunDirectory existing(String path, Configuration hadoop) throws IOException {
        RunDirectory directory = at(path, hadoop);
        if (!directory.storage.exists(directory.root)) {
            throw new UserError(path + ": no such folder; expected the output of babelmill run");
        }
        if (!directory.isRun()) {
            throw new UserError(path + ": has no " + RUN + "; expected the output of babelmill run");
        }
        return directory;
    }

    /** The folder itself, with its storage's scheme. */
    public Path root() {
        return root;
    }

    /** The folder as people write it: without a scheme on this machine. */
    public String shown() {
        return ShownPath.of(root);
    }

    /** A file or folder in it as people write it. */
    public String shown(String name) {
        return ShownPath.of(path(name));
    }

    /** A file or folder in it. */
    public Path path(String name) {
        return new Path(root, name);
    }

    /** Its storage. */
    public Storage storage() {
        return storage;
    }

    /** The storage settings it was opened with. */
    public Configuration hadoop() {
        return hadoop;
    }

    /** Whether a run was begun here. */
    public boolean isRun() throws IOException {
        return storage.exists(path(RUN));
    }

    /** What the run is, as recorded when it began; empty for a folder without a run. */
    public Optional<RunRecord> run() throws IOException {
        return read(path(RUN), RunRecord.class);
    }

    /** Records what the run is. */
    public void write(RunRecord run) throws IOException {
        storage.mkdirs(root);
        storage.write(path(RUN), json(run));
    }

    /** Records how the input was cut, so that later stages need not look at the input again. */
    public void write(List<InputSplit> splits) throws IOException {
        storage.mkdirs(root);
        storage.write(path(SPLITS), SplitList.of(splits).json());
    }

    /** How the input was cut; empty when no run was begun. */
    public List<InputSplit> splits() throws IOException {
        return read(path(SPLITS), SplitList.class).map(SplitList::toSplits).orElse(List.of());
    }

    /** The record of a finished stage; empty when it is not finished. */
    public Optional<StageRecord> stage(RunStage stage) throws IOException {
        return read(stagePath(stage), StageRecord.class);
    }

    /** Records that a stage is finished, marks its folders as complete, and clears what only its attempts needed. */
    public void write(StageRecord record) throws IOException {
        Path attempts = path(SplitRecords.ATTEMPTS);
        storage.delete(new Path(attempts, record.stage().label()));
        if (storage.isEmpty(attempts)) {
            storage.delete(attempts);
        }
        for (String folder : record.stage().folders()) {
            storage.mkdirs(path(folder));
            storage.write(new Path(path(folder), "_SUCCESS"), record.fingerprint() + "\n");
        }
        storage.mkdirs(path("stages"));
        storage.write(stagePath(record.stage()), json(record));
    }

    /** Forgets that a stage is finished, so that nobody reads what is about to change. */
    public void forget(RunStage stage) throws IOException {
        storage.delete(stagePath(stage));
        for (String folder : stage.folders()) {
            storage.delete(new Path(path(folder), "_SUCCESS"));
        }
    }

    /** An object as the JSON this directory uses: indented, keys of maps sorted. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that Jackson cannot write: " + value.getClass(), e);
        }
    }

    /** Reads JSON written by {@link #json}; empty when the file does not exist. */
    public <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        Optional<String> text = storage.read(file);
        return text.isEmpty() ? Optional.empty() : Optional.of(JSON.readValue(text.get(), type));
    }

    private Path stagePath(RunStage stage) {
        return path("stages/" + stage.label() + ".json");
    }
}
