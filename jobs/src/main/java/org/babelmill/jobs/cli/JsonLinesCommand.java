package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.JsonLines;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.spark.FileTree;
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
        description = {
            "Writes finished shards as JSON lines in zstd, one file a shard, for programs that do not read Parquet: what"
                    + " was kept below OUTPUT/data, documents that filters removed below OUTPUT/removed, where the"
                    + " shards have them."
        },
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

    @Option(names = "--overwrite", description = "Replace what an earlier call left in the folder.")
    private boolean overwrite;

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
        Release release = Release.open(directory, hadoop);
        JsonLines writer = new JsonLines(columns, level, repeat);
        checkTarget(target, hadoop);
        Map<String, Long> lines =
                writer.write(release, target.getFileSystem(hadoop).makeQualified(target), console.master());
        PrintWriter out = spec.commandLine().getOut();
        long removed = lines.getOrDefault("removed", 0L);
        out.println(Counted.of(lines.values().stream().mapToLong(n -> n).sum() - removed, "line") + " in " + output
                + "/data");
        if (removed > 0) {
            out.println(Counted.of(removed, "line") + " of documents that filters removed in " + output + "/removed");
        }
        out.flush();
        return Main.DONE;
    }

    /** Files of other shards among these would be read as part of them. */
    private void checkTarget(Path target, Configuration hadoop) throws IOException {
        Storage storage = Storage.of(target, hadoop);
        if (storage.isEmpty(target)) {
            return;
        }
        if (!overwrite) {
            throw new UserError("--output " + output + ": is not empty; name another folder, or give --overwrite");
        }
        FileSystem fs = target.getFileSystem(hadoop);
        for (FileStatus file : new FileTree(fs, target).files()) {
            String name = file.getPath().getName();
            if (!name.endsWith(".jsonl.zst") && !name.endsWith(".part") && !name.endsWith(".crc")) {
                throw new UserError("--output " + output + ": holds something else than JSON lines (" + name
                        + "); name another folder");
            }
        }
        storage.delete(new Path(target, "data"));
        storage.delete(new Path(target, "removed"));
    }
}
