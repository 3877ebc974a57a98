package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --set}, the same for every command. */
final class SettingsOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with the settings to change; may be given more than once, later files win."
                    + " conf/babelmill.yaml lists all settings with their defaults.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as dedup.mode=fineweb; wins over files. May be given more than once.")
    private List<String> assignments = new ArrayList<>();

    /** The settings laid over others: files first, then single settings. */
    ConfigurationTree over(ConfigurationTree base, Configuration hadoop) {
        ConfigurationTree tree = base;
        for (String file : files) {
            tree = tree.overlay(file, read(file, hadoop));
        }
        for (String assignment : assignments) {
            tree = tree.set(assignment);
        }
        return tree;
    }

    private static String read(String file, Configuration hadoop) {
        try {
            Path path = new Path(file);
            try (InputStream in = path.getFileSystem(hadoop).open(path)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("--config " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
