package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.mixture.Mixer;
import org.babelmill.jobs.mixture.MixtureJob;
import org.babelmill.jobs.mixture.MixturePlan;
import org.babelmill.jobs.mixture.Recipe;
import org.babelmill.jobs.mixture.SizeTable;
import org.babelmill.jobs.mixture.render.TrainerFormat;
import org.babelmill.jobs.mixture.render.TrainerRequest;
import org.babelmill.jobs.run.ShownPath;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans how much of each language a training run sees. */
@Command(
        name = "mixture",
        mixinStandardHelpOptions = true,
        description = {
            "Divides a training budget among the languages of finished shards, and writes the result for trainers.",
            "",
            "Without a recipe: UniMax over characters, no document more than four times. docs/mixtures.md has the"
                    + " keys of recipes."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill mixture corpus/shards",
            "  babelmill mixture corpus/shards --recipe recipe.yaml --output mixture --for megatron,huggingface",
            "  babelmill mixture --sizes stats/languages.csv --recipe recipe.yaml --dry-run",
        })
final class MixtureCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Shards of a run or a published copy.")
    private String directory;

    @Option(names = "--recipe", paramLabel = "FILE", description = "YAML file that says what is wanted.")
    private String recipeFile;

    @Option(names = "--sizes", paramLabel = "FILE", description = "Plan for a CSV table of sizes, without shards.")
    private String sizes;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the mixture; default: mixture in the folder of the shards.")
    private String output;

    @Option(
            names = "--for",
            paramLabel = "TRAINER",
            split = ",",
            completionCandidates = TrainerFormat.Labels.class,
            description = "Trainers to write files for: ${COMPLETION-CANDIDATES}; default: all.")
    private List<TrainerFormat> formats = List.of(TrainerFormat.values());

    @Option(
            names = "--tokenised",
            paramLabel = "FOLDER",
            defaultValue = "tokenised",
            description =
                    "Where trainers that need tokens find them, one data set a language; default: ${DEFAULT-VALUE}.")
    private String tokenised;

    @Option(
            names = "--steps",
            defaultValue = "10000",
            description = "Training steps, for stages that begin at a step; default: ${DEFAULT-VALUE}.")
    private long steps;

    @Option(names = "--dry-run", description = "Print the plan of --sizes and stop.")
    private boolean dryRun;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        StageFiles files = new StageFiles(hadoop);
        Recipe recipe =
                recipeFile == null ? Recipe.standard() : Recipe.read(recipeFile, read(files, "--recipe", recipeFile));
        Map<String, String> families = recipe.families().isEmpty()
                ? Map.of()
                : SizeTable.families(
                        recipe.families().get(),
                        read(files, "recipe: families", recipe.families().get())
                                .lines()
                                .toList());
        PrintWriter out = spec.commandLine().getOut();
        if (sizes != null) {
            List<String> lines = read(files, "--sizes", sizes).lines().toList();
            print(new Mixer(recipe, SizeTable.read(sizes, lines, recipe.unitOrDefault()), families).plan(), out);
            return Main.DONE;
        }
        if (directory == null || dryRun) {
            throw new UserError("name the folder of the shards, or a table with --sizes");
        }
        Release release = Release.open(directory, hadoop);
        Path target = output == null ? release.path("mixture") : qualified(new Path(output), hadoop);
        MixturePlan plan = new MixtureJob(release, recipe, target)
                .run(families, formats, new TrainerRequest.Options(tokenised, steps), console.master());
        print(plan, out);
        out.println("mixture   " + ShownPath.of(target));
        remindOfTokens(out, hadoop);
        return Main.DONE;
    }

    /** A trainer that finds nothing where its file points says so late, and not always plainly. */
    private void remindOfTokens(PrintWriter out, Configuration hadoop) throws IOException {
        List<String> readers = formats.stream()
                .filter(TrainerFormat::readsTokens)
                .map(TrainerFormat::label)
                .toList();
        Path folder = new Path(tokenised);
        if (!readers.isEmpty() && !folder.getFileSystem(hadoop).exists(folder)) {
            out.println("note      " + String.join(", ", readers) + ": files name tokens in " + tokenised
                    + ", where nothing is yet (--tokenised); babelmill tokenise makes those of megatron and nemo");
        }
        out.flush();
    }

    private static Path qualified(Path path, Configuration hadoop) throws IOException {
        return path.getFileSystem(hadoop).makeQualified(path);
    }

    private static String read(StageFiles files, String option, String file) {
        try {
            return files.read(file);
        } catch (IOException e) {
            throw new UserError(option + " " + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void print(MixturePlan plan, PrintWriter out) {
        for (MixturePlan.Stage stage : plan.stages()) {
            out.printf(
                    Locale.ROOT,
                    "stage %s: %.4g of %.4g %s%n",
                    stage.name(),
                    stage.allocated(),
                    stage.budget(),
                    plan.unit());
            out.printf(Locale.ROOT, "%-12s %14s %14s %9s %9s%n", "language", "supply", "amount", "share", "epochs");
            for (MixturePlan.Part part : stage.parts()) {
                out.printf(
                        Locale.ROOT,
                        "%-12s %14.0f %14.0f %8.4f%% %9.4f%n",
                        part.name(),
                        part.supply(),
                        part.amount(),
                        100 * part.share(),
                        part.epochs());
            }
        }
        if (plan.allocated() < plan.budget() * (1 - 1e-9)) {
            out.printf(
                    Locale.ROOT,
                    "The supply is too small for the budget: %.4g of %.4g %s are planned, every language at the cap.%n",
                    plan.allocated(),
                    plan.budget(),
                    plan.unit());
        }
        out.flush();
    }
}
