package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractionResources;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputProbe;
import org.babelmill.jobs.maintext.MainTextExport;
import org.babelmill.jobs.maintext.MainTextFormat;
import org.babelmill.jobs.run.LocalCopies;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Main text alone. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the main text out of archives or single pages: one JSON object a line and document, with id, url, date,"
                    + " title, language, media_type, page_type and text.",
            "",
            "id is the archive's own name of the record, or the name of the file. Pages that are refused have no line;"
                    + " how many, and why, is said on standard error."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill extract --input crawl.warc.gz > text.jsonl",
            "  babelmill extract --input page.html --format markdown",
        })
final class ExtractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Archives (WARC, WET) or HTML files: files, folders, globs, or lists (*.paths.gz).")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl: plain text; markdown: text as Markdown; tree: typed blocks. Default: jsonl.")
    private MainTextFormat format;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        RunConfiguration configuration =
                ConfigurationLoader.bind(settings.over(ConfigurationLoader.defaults(), hadoop));
        List<InputFile> files = new InputLister(
                        hadoop, configuration.input().root(), EnumSet.of(InputKind.ARCHIVE, InputKind.HTML))
                .list(inputs)
                .files();
        new InputProbe(hadoop).check(files);
        RunConfiguration local = configuration.withBlockLists(
                new LocalCopies(hadoop).of(configuration.url().lists()));
        DocumentExtractor extractor = new DocumentExtractor(ExtractionResources.load(local));
        MainTextExport export = new MainTextExport(extractor, configuration.input(), hadoop);
        MainTextExport.Summary summary =
                output.write(spec.commandLine().getOut(), hadoop, out -> export.write(files, format, out));
        report(summary, spec.commandLine().getErr());
        return summary.unreadable() ? Main.GUARD : Main.DONE;
    }

    private static void report(MainTextExport.Summary summary, PrintWriter err) {
        err.println(String.format(Locale.ROOT, "%,d documents", summary.documents()));
        summary.dropped().forEach((rule, count) -> err.println(String.format(Locale.ROOT, "%,d not: %s", count, rule)));
    }
}
