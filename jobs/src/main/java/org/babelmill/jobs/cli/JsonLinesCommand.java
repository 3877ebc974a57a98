package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.JsonLines;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shards as JSON lines. */
@Command(
        name = "jsonl",
        mixinStandardHelpOptions = true,
        description = "Writes finished shards as JSON lines in zstd, one file a shard, for programs that do not read"
                + " Parquet.",
        footer = {"", "Example:", "  babelmill jsonl corpus --output jsonl --columns id,text,url"})
final class JsonLinesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run, its shards, or a published copy.")
    private String directory;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private String output;

    @Option(names = "--columns", paramLabel = "NAME", split = ",", description = "Columns to write; default: all.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--level", defaultValue = "10", description = "zstd level, 1 to 19; default: ${DEFAULT-VALUE}.")
    private int level;

    @Option(names = "--repeat", description = "Write documents as often as their column repeats says.")
    private boolean repeat;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        if (level < 1 || level > 19) {
            throw new UserError("--level " + level + ": from 1 to 19");
        }
        Configuration hadoop = Sessions.storage();
        Path target = new Path(output);
        long lines = new JsonLines(columns, level, repeat)
                .write(
                        Release.open(directory, hadoop),
                        target.getFileSystem(hadoop).makeQualified(target),
                        console.master());
        spec.commandLine().getOut().printf(Locale.ROOT, "%,d lines in %s%n", lines, target);
        spec.commandLine().getOut().flush();
        return Main.DONE;
    }
}
