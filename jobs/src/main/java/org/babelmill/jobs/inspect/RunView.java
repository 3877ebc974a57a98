package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunParts;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.config.RunConfiguration;

/** A finished run, opened to be looked at. Immutable; safe to share between threads. */
public final class RunView {

    private static final List<String> TABLES = List.of("documents", "signals", "ledger", "clusters", "decisions");

    private final RunDirectory directory;
    private final RunRecord record;
    private final ConfigurationTree settings;
    private final RunConfiguration configuration;
    private final RunParts parts;

    private RunView(RunDirectory directory, RunRecord record, RunParts parts) {
        this.directory = directory;
        this.record = record;
        this.settings = ConfigurationLoader.recorded(record.configuration().toString());
        this.configuration = ConfigurationLoader.bind(settings);
        this.parts = parts;
    }

    /**
     * Opens a run whose decisions are made.
     *
     * @throws UserError when there is no such run, or it is not finished so far
     */
    public static RunView open(String path, Configuration hadoop) throws IOException {
        RunDirectory directory = RunDirectory.existing(path, hadoop);
        return new RunView(directory, directory.run().orElseThrow(), RunParts.of(directory, TABLES));
    }

    /** Where it is. */
    public RunDirectory directory() {
        return directory;
    }

    /** What it is. */
    public RunRecord record() {
        return record;
    }

    /** Its settings as a tree. */
    public ConfigurationTree settings() {
        return settings;
    }

    /** Its settings, bound. */
    public RunConfiguration configuration() {
        return configuration;
    }

    /** The files of its tables, split by split. */
    public List<Part> parts() {
        return parts.parts();
    }

    /** The rules that its settings name. */
    public DecisionRules rules() throws IOException {
        return DecisionRules.of(configuration, hadoop());
    }

    /** Storage settings. */
    public Configuration hadoop() {
        return directory.hadoop();
    }

    /** The shards' manifest, as text; empty when none were written. */
    Optional<String> shardManifest() throws IOException {
        return directory.storage().read(new Path(directory.path("shards"), "manifest.json"));
    }

    /** What is done with the files of one split. */
    @FunctionalInterface
    public interface PartWork<T> {

        /** Reads a split. */
        T read(Part part) throws IOException;
    }

    /**
     * Reads splits, several at a time.
     *
     * @param splits in the order of what is returned
     */
    public <T> List<T> read(List<Part> splits, PartWork<T> work) throws IOException {
        try {
            return splits.parallelStream().map(part -> unchecked(part, work)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads all splits, several at a time, and joins what was found in the splits' order; empty without splits. */
    public <T> Optional<T> read(PartWork<T> work, BinaryOperator<T> join) throws IOException {
        try {
            return parts().parallelStream().map(part -> unchecked(part, work)).reduce(join);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static <T> T unchecked(Part part, PartWork<T> work) {
        try {
            return work.read(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
