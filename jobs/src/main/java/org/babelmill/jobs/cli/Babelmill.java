package org.babelmill.jobs.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The front page of the command line. */
@Command(
        name = "babelmill",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {
            SampleCommand.class,
            PlanCommand.class,
            RunCommand.class,
            DocumentsCommand.class,
            DedupCommand.class,
            DecideCommand.class,
            ShardCommand.class,
            ReportCommand.class,
            ExtractCommand.class,
            IdentifyCommand.class,
            TrainLangidCommand.class,
            CalibrateLangidCommand.class,
            LinesCommand.class,
            IndexCommand.class,
            DatatroveCommand.class,
            ExportCommand.class,
            ExplainCommand.class,
            DescribeCommand.class,
            WhatIfCommand.class,
            DiffCommand.class,
            ServeCommand.class,
            CalibrateCommand.class,
            TrainQualityCommand.class,
            MixtureCommand.class,
            VerifyCommand.class,
            PublishCommand.class,
            JsonLinesCommand.class,
            TokeniseCommand.class,
            TakedownCommand.class,
            GenerateCompletion.class,
            HelpCommand.class,
        },
        description = "Turns raw web crawls into multilingual pretraining corpora.",
        commandListHeading = "",
        footer = {
            "",
            "Start with:",
            "  babelmill sample --out out          the whole job on an embedded crawl",
            "  babelmill run --input crawl/*.warc.gz --output corpus",
            "",
            "babelmill help COMMAND explains one. Exit codes: 0 done, 1 failed, 2 usage or",
            "configuration, 3 done but a guard tripped."
        })
final class Babelmill implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command, such as sample or run");
    }
}
