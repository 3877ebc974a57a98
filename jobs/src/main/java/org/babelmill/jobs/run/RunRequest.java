package org.babelmill.jobs.run;

import java.util.List;
import java.util.Optional;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.babelmill.pipeline.config.ConfigurationTree;

/**
 * Work that somebody asked for.
 *
 * @param inputs paths, globs, folders, lists; empty for the input that the run directory has recorded
 * @param output run directory
 * @param settings defaults, or the run's recorded settings, with everything the user changed
 * @param stages what to do; the stages before them must be finished
 * @param overwrite whether finished results may be replaced
 * @param master Spark master, if one was named
 * @param console where progress goes
 */
public record RunRequest(
        List<String> inputs,
        String output,
        ConfigurationTree settings,
        List<RunStage> stages,
        boolean overwrite,
        Optional<String> master,
        Console console) {

    public RunRequest {
        inputs = List.copyOf(inputs);
        stages = List.copyOf(stages);
    }
}
