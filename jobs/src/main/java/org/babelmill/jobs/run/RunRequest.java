package org.babelmill.jobs.run;

import java.util.List;
import java.util.Optional;
import org.babelmill.jobs.spark.StageProgress.Console;
import org.babelmill.pipeline.config.ConfigurationTree;

/**
 * A run that somebody asked for.
 *
 * @param inputs paths, globs, folders, lists
 * @param output run directory
 * @param settings defaults with everything the user changed
 * @param overwrite whether finished results may be replaced
 * @param master Spark master, if one was named
 * @param console where progress goes
 */
public record RunRequest(
        List<String> inputs,
        String output,
        ConfigurationTree settings,
        boolean overwrite,
        Optional<String> master,
        Console console) {}
