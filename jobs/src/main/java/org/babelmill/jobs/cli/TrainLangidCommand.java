package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.langid.PackTraining;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A pack for the n-gram engine out of labelled text. */
@Command(
        name = "train-langid",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model pack for language identification from labelled text, counting words on Spark. Use the pack with"
                    + " --set language.model=PACK."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill train-langid --text labelled.jsonl.gz --out my.pack",
            "  babelmill train-langid --text texts/ --lingua --out my.pack     (texts/deu_Latn/*.txt and so on)",
        })
final class TrainLangidCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--text",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "JSON lines or Parquet with text and language; or folders named by language (deu_Latn) with"
                    + " those or with .txt files, a text a line; or word counts (.tsv.gz).")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--out", paramLabel = "PACK", required = true, description = "The file to write.")
    private String pack;

    @Option(names = "--name", paramLabel = "NAME", description = "Name for verdicts; default: the file's.")
    private String name;

    @Option(names = "--lingua", description = "Mix in Lingua's models of 62 languages, as the pack that ships does.")
    private boolean lingua;

    @Option(
            names = "--min-words",
            paramLabel = "N",
            defaultValue = "300",
            description = "Languages with fewer words are left out. Default: 300.")
    private long minWords;

    @Option(
            names = "--features",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Words, and n-grams of each length, that a language keeps. Default: 20000.")
    private int features;

    @Option(
            names = "--words",
            paramLabel = "N",
            defaultValue = "500000",
            description = "So many of the most common words of each language are used. Default: 500000.")
    private int words;

    @Option(names = "--overwrite", description = "Replace the pack if it exists.")
    private boolean overwrite;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        Path path = new Path(pack);
        if (path.getFileSystem(hadoop).exists(path) && !overwrite) {
            throw new UserError("--out " + pack + ": exists; name another file, or give --overwrite");
        }
        if (words < 1) {
            throw new UserError("--words " + words + ": allowed is 1 or more");
        }
        PackTraining.Request request = new PackTraining.Request(
                texts,
                pack,
                name == null ? path.getName() : name,
                lingua,
                PackTraining.settings(features, minWords),
                words);
        PrintWriter err = spec.commandLine().getErr();
        PackTraining.Result result =
                new PackTraining(request, hadoop, line -> err.println("babelmill: " + line)).train(console.master());
        report(result, err);
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d languages, %,d bytes",
                        pack,
                        result.languages().size(),
                        result.bytes()));
        return Main.DONE;
    }

    private void report(PackTraining.Result result, PrintWriter err) {
        if (result.unlabelled() > 0) {
            err.println(String.format(
                    Locale.ROOT, "babelmill: %,d texts without a known language were left out", result.unlabelled()));
        }
        result.tooSmall()
                .forEach((language, count) -> err.println(String.format(
                        Locale.ROOT, "babelmill: %s left out: %,d words, fewer than %,d", language, count, minWords)));
    }
}
