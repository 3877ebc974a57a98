package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.PlanFile;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a corpus of crawl archives or of text: all stages, every table, shards, dataset card and report.",
            "",
            "A run that was stopped goes on where it was when the same command is given again. With other settings only"
                    + " what follows from them is done again, and --overwrite must be given."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill run --input crawl/ --output corpus",
            "  babelmill run --input warc.paths.gz --set input.root=s3a://commoncrawl/ --output hdfs:///corpus",
            "  babelmill run --input a.warc.gz --output swahili --languages swh_Latn --dry-run",
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Source source;

    /** What is read: inputs, or what a plan names. */
    private static final class Source {

        @Option(
                names = "--input",
                paramLabel = "PATH",
                arity = "1..*",
                required = true,
                description =
                        "Archives (WARC, WET), JSON lines or Parquet with id and text: files, folders, globs, or lists"
                                + " (*.paths.gz). Any storage Hadoop knows: file:, hdfs:, s3a:. Folders of runs below a"
                                + " folder are left out.")
        private List<String> inputs = new ArrayList<>();

        @Option(
                names = "--plan",
                paramLabel = "FILE",
                required = true,
                description =
                        "What babelmill plan wrote: only the stretches of archives that it names are read. They lie"
                                + " below input.root, or else in the plan's folder.")
        private String plan;

        List<String> inputs() {
            return plan == null ? inputs : List.of(plan);
        }
    }

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "The run directory.")
    private String output;

    @Option(
            names = "--languages",
            paramLabel = "TAG",
            split = ",",
            description = "Languages to keep, such as deu_Latn,swh_Latn; default: all. Pages of other languages become"
                    + " ledger rows.")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--language-profiles",
            paramLabel = "DIR",
            description =
                    "Thresholds and stop words by language, a YAML file each; FineWeb2's own files work as they are."
                            + " The same as --set quality.language-profiles=DIR.")
    private String languageProfiles;

    @Mixin
    private JobOptions job = new JobOptions();

    @Override
    public Integer call() throws IOException {
        if (source.plan != null && !PlanFile.isPlan(source.plan)) {
            throw new UserError("--plan " + source.plan + ": the name of a plan ends in .plan or .plan.gz");
        }
        ConfigurationTree tree = job.settings(ConfigurationLoader.defaults());
        if (!languages.isEmpty()) {
            tree = tree.set("language.select=[" + String.join(", ", canonical()) + "]");
        }
        if (languageProfiles != null) {
            tree = tree.set("quality.language-profiles=" + languageProfiles);
        }
        return job.execute(job.request(source.inputs(), output, tree, RunStage.CORPUS), spec.commandLine());
    }

    private List<String> canonical() {
        LanguageNames names =
                new LanguageNames("--languages", spec.commandLine().getErr());
        return languages.stream().map(name -> names.tag(name).toString()).toList();
    }
}
