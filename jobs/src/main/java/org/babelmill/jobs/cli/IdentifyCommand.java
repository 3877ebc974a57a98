package org.babelmill.jobs.cli;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputProbe;
import org.babelmill.jobs.label.LabelExport;
import org.babelmill.jobs.label.LabelFormat;
import org.babelmill.jobs.run.LocalCopies;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Language labels alone. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the language and script of texts: one line a text, with id, label (such as deu_Latn; und_Xxxx where it"
                    + " does not know) and probability."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill identify --input texts.jsonl.gz > labels.tsv",
            "  echo 'Hvað er þetta?' | babelmill identify",
            "  babelmill identify sentences.txt --format jsonl",
        })
final class IdentifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A text file, plain, .gz or .zst: each line is a text, named by its number. Default: standard"
                    + " input.")
    private String lines;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Instead of FILE: JSON lines or Parquet with id and text.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "tsv",
            description = "tsv, or jsonl with the candidates and the labels of lines. Default: tsv.")
    private LabelFormat format;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws IOException {
        if (lines != null && !inputs.isEmpty()) {
            throw new UserError("FILE " + lines + " and --input " + inputs.get(0) + ": give one of them");
        }
        Configuration hadoop = Sessions.storage();
        RunConfiguration configuration =
                ConfigurationLoader.bind(settings.over(ConfigurationLoader.defaults(), hadoop));
        List<InputFile> files = files(configuration, hadoop);
        LocalCopies copies = new LocalCopies(hadoop);
        LanguageIdentifier identifier = LanguageIdentifiers.open(configuration.language(), copies::of);
        return output.write(spec.commandLine().getOut(), hadoop, out -> {
            LabelExport export = new LabelExport(identifier, format, out);
            if (files.isEmpty()) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(open(hadoop), StandardCharsets.UTF_8))) {
                    export.lines(reader.lines());
                }
                return Main.DONE;
            }
            var unusable =
                    export.files(files, configuration.input().maxRecordSize().bytes(), hadoop);
            unusable.forEach((reason, count) -> spec.commandLine()
                    .getErr()
                    .println(String.format(Locale.ROOT, "%,d texts without a label: %s", count, reason)));
            return unusable.isEmpty() ? Main.DONE : Main.GUARD;
        });
    }

    private InputStream open(Configuration hadoop) throws IOException {
        if (lines == null) {
            return System.in;
        }
        Path path = new Path(lines);
        FileSystem fs = path.getFileSystem(hadoop);
        if (!fs.exists(path)) {
            throw new UserError("FILE " + lines + ": no such file");
        }
        if (fs.getFileStatus(path).isDirectory()) {
            throw new UserError(
                    "FILE " + lines + ": a folder; give a text file, or JSON lines or Parquet with --input");
        }
        Optional<InputKind> kind = InputKind.ofName(path.getName());
        if (kind.isPresent()) {
            throw new UserError("FILE " + lines + ": looks like " + kind.get().description()
                    + ", and FILE is plain text, a text a line; JSON lines and Parquet are given with --input");
        }
        return decompressed(path.getName(), fs.open(path));
    }

    private static InputStream decompressed(String name, InputStream stored) throws IOException {
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(stored);
        }
        return name.endsWith(".zst") ? new ZstdInputStream(stored) : stored;
    }

    private List<InputFile> files(RunConfiguration configuration, Configuration hadoop) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        List<InputFile> files = new InputLister(
                        hadoop, configuration.input().root(), EnumSet.of(InputKind.JSONL, InputKind.PARQUET))
                .list(inputs)
                .files();
        new InputProbe(hadoop).check(files);
        return files;
    }
}
