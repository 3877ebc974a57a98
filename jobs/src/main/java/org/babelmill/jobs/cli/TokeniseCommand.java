package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.megatron.MegatronExport;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.tokens.TokenizerFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shards as tokens for Megatron. */
@Command(
        name = "tokenise",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the training documents of finished shards as tokens, a pair of files a language, as Megatron-LM and"
                    + " NeMo map them into memory: LANGUAGE_text_document.bin and .idx.",
            "",
            "The files of babelmill mixture --for megatron,nemo --tokenised DIR point to them."
        },
        footer = {
            "",
            "Example:",
            "  babelmill tokenise corpus --tokenizer tokenizer.json --end '<|endoftext|>' --output tokenised"
        })
final class TokeniseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A run, its shards, or a published copy.")
    private String directory;

    @Option(
            names = "--tokenizer",
            paramLabel = "FILE",
            required = true,
            description = "tokenizer.json of Hugging Face's tokenizers.")
    private String tokenizer;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder for the files.")
    private String output;

    @Option(
            names = "--end",
            paramLabel = "TOKEN",
            defaultValue = "",
            description = "Token to put after each document, such as <|endoftext|>; default: none.")
    private String end;

    @Option(names = "--repeat", description = "Write documents as often as their column repeats says.")
    private boolean repeat;

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        Path target = new Path(output);
        PrintWriter out = spec.commandLine().getOut();
        new MegatronExport(new TokenizerFile(tokenizer), end, repeat)
                .write(
                        Release.open(directory, hadoop),
                        target.getFileSystem(hadoop).makeQualified(target),
                        console.master())
                .forEach(w -> out.printf(
                        Locale.ROOT, "%s %,d documents, %,d tokens%n", w.language(), w.documents(), w.tokens()));
        out.flush();
        return Main.DONE;
    }
}
