package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.export.TableExport;
import org.babelmill.jobs.export.TextFormat;
import org.babelmill.jobs.run.FinishedRun;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A table as text. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a table of a run as text, a row a line, in the order of the documents.",
            "",
            "TABLE is documents, signals, signatures, ledger, robots, clusters or decisions. In tab-separated values true and false are"
                    + " 1 and 0."
        },
        footer = {
            "",
            "Examples:",
            "  babelmill export corpus clusters --format tsv --columns id,cluster,keep",
            "  babelmill export corpus documents --columns id=record_id,url,text --output text.jsonl",
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A run directory.")
    private String directory;

    @Parameters(index = "1", paramLabel = "TABLE", description = "The table.")
    private String table;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl or tsv. Default: jsonl.")
    private TextFormat format;

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns, in this order; new=old gives one another name. Default: all.")
    private List<String> columns = new ArrayList<>();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Configuration hadoop = Sessions.storage();
        TableSchema schema = Tables.named(table)
                .orElseThrow(() -> new UserError(
                        "TABLE " + table + ": no such table; allowed: " + String.join(", ", Tables.names())));
        TableExport export = TableExport.of(schema, columns, format);
        List<Path> files = FinishedRun.open(directory, hadoop).files(table);
        output.write(spec.commandLine().getOut(), hadoop, out -> export.write(files, hadoop, out));
        return Main.DONE;
    }
}
