package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.inspect.WhatIf;
import org.babelmill.jobs.inspect.WhatIfResult;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What other thresholds would do. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Decides again with other thresholds, from the signals of a run, and prints what would change by language and"
                    + " rule. Writes nothing.",
            "",
            "Answers for quality.profile, quality.rules, quality.without, language.threshold and"
                    + " language.thresholds. To have the result, give babelmill decide the same settings."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill what-if corpus --set quality.rules.short-document=100",
            "  babelmill what-if corpus --set quality.without=[lorem-ipsum] --set language.threshold=0.7",
            "  babelmill what-if corpus --set quality.profile=fineweb2",
        })
final class WhatIfCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run directory.")
    private String directory;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--json", description = "Write JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        RunView run = RunView.open(directory, hadoop);
        ConfigurationTree changed = settings.over(run.settings(), hadoop);
        WhatIfResult result = new WhatIf(run).ask(changed);
        PrintWriter out = spec.commandLine().getOut();
        if (changed.differences(run.settings()).isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "babelmill: these are the run's own settings; --set or --config say what would be different");
        }
        out.print(json ? RunDirectory.json(result) : ChangeText.of(result));
        out.flush();
        return Main.DONE;
    }
}
