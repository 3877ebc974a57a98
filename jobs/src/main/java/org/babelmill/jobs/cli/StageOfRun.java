package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.List;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine;

/** Some stages of a run that exists, with the settings it has recorded. */
final class StageOfRun {

    private final String directory;
    private final JobOptions job;

    StageOfRun(String directory, JobOptions job) {
        this.directory = directory;
        this.job = job;
    }

    int execute(List<RunStage> stages, CommandLine command) throws IOException {
        RunRecord run =
                RunDirectory.existing(directory, Sessions.storage()).run().orElseThrow();
        ConfigurationTree tree =
                job.settings(ConfigurationLoader.recorded(run.configuration().toString()));
        return job.execute(job.request(List.of(), directory, tree, stages), command);
    }
}
