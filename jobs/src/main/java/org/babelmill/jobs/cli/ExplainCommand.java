package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.inspect.DocumentFinder;
import org.babelmill.jobs.inspect.Explainer;
import org.babelmill.jobs.inspect.Explanation;
import org.babelmill.jobs.inspect.ExplanationText;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.inspect.TableRow;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.spark.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a record is in the corpus, or is not. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells the whole way of a record: its place in the archive, its page, language and duplicates, every rule with"
                    + " value and threshold, and the shard it is in or what removed it."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill explain corpus https://example.org/news/1",
            "  babelmill explain corpus 6815186f4f2bca4b03390b9d47365984 --json",
            "  babelmill explain corpus crawl.warc.gz:5299442",
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A run directory.")
    private String directory;

    @Parameters(
            index = "1",
            paramLabel = "ID|URL",
            description = "A document id, an address, a WARC record id, or FILE:OFFSET of the record.")
    private String query;

    @Option(names = "--json", description = "Write a JSON array instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        RunView run = RunView.open(directory, hadoop);
        List<Explanation> found = explanations(run);
        if (found.isEmpty()) {
            throw new UserError(
                    query + ": neither a document nor a ledger row of " + directory + " has this id, address or place");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(RunDirectory.json(found));
        } else {
            out.print(String.join("\n", found.stream().map(ExplanationText::of).toList()));
        }
        out.flush();
        return Main.DONE;
    }

    private List<Explanation> explanations(RunView run) throws IOException {
        DocumentFinder finder = new DocumentFinder(run);
        List<Explanation> found = new ArrayList<>();
        Explainer explainer = new Explainer(run);
        for (DocumentFinder.Hit hit : finder.documents(query)) {
            found.add(explainer.explain(hit));
        }
        for (TableRow row : finder.ledger(query)) {
            found.add(Explainer.explain(row));
        }
        return found;
    }
}
