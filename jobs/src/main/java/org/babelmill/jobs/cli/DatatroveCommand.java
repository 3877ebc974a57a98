package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.datatrove.DatatroveComparison;
import org.babelmill.jobs.datatrove.DatatroveExport;
import org.babelmill.jobs.datatrove.DatatroveFolder;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputProbe;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** datatrove's files. */
@Command(
        name = "datatrove",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what the MinHash stages of datatrove write for a collection (.sig, .dups, .remove, .sizes), and holds"
                    + " it against what they wrote.",
            "",
            "Input files are numbered in the order of their names, documents in the order of the file. For comparisons: it"
                    + " is one process that holds the signatures of a file. Corpora are for babelmill dedup."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill datatrove --input docs/ --output ours",
            "  babelmill datatrove --input docs/ --output ours --compare theirs     exit code 3 where they differ",
        })
final class DatatroveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "JSON lines or Parquet with id and text: files, folders, globs, or lists (*.paths.gz).")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder for signatures/, buckets/ and remove_ids/; files there are replaced.")
    private String output;

    @Option(
            names = "--compare",
            paramLabel = "DIR",
            description = "A folder with the output folders of datatrove's stages under these names, as many as there"
                    + " are.")
    private String compare;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        RunConfiguration configuration =
                ConfigurationLoader.bind(settings.over(ConfigurationLoader.defaults(), hadoop));
        List<InputFile> files = new InputLister(
                        hadoop, configuration.input().root(), EnumSet.of(InputKind.JSONL, InputKind.PARQUET))
                .list(inputs)
                .files();
        new InputProbe(hadoop).check(files);
        DatatroveFolder ours = new DatatroveFolder(new Path(output), hadoop);
        DatatroveExport.Totals totals = new DatatroveExport(
                        ours,
                        configuration.dedup(),
                        configuration.input().maxRecordSize().bytes())
                .write(files);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d documents with a signature, %,d removed in %,d clusters%n",
                totals.documents(),
                totals.removed(),
                totals.clusters());
        out.flush();
        return compare == null ? Main.DONE : compare(ours, files.size(), configuration);
    }

    private int compare(DatatroveFolder ours, int files, RunConfiguration configuration) throws IOException {
        DatatroveFolder theirs = new DatatroveFolder(new Path(compare), ours.hadoop());
        List<DatatroveComparison.Agreement> found = new DatatroveComparison(
                        ours,
                        theirs,
                        configuration.dedup().bands(),
                        configuration.dedup().rows())
                .compare(files);
        PrintWriter out = spec.commandLine().getOut();
        for (DatatroveComparison.Agreement agreement : found) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %,12d ours %,12d theirs %,12d the same%n",
                    agreement.stage(),
                    agreement.ours(),
                    agreement.theirs(),
                    agreement.common());
        }
        if (found.isEmpty()) {
            out.println(compare + ": has none of signatures, buckets, remove_ids");
        }
        out.flush();
        boolean same = !found.isEmpty() && found.stream().allMatch(DatatroveComparison.Agreement::isComplete);
        return same ? Main.DONE : Main.GUARD;
    }
}
