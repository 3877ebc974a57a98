package org.babelmill.bench.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.pipeline.config.ConfigurationLoader;

/**
 * Writes the tables of a run that never was: real schemas and layout, made-up rows, 10,000 to a split. Files are written
 * for 200 splits; those of further ones are hard links to them, so that ten million documents take minutes and 1 GB. An id
 * is therefore found once for every link, and the operating system holds the files in memory sooner than distinct ones.
 */
final class GeneratedRun {

    /** Documents of a split. */
    static final int SPLIT = 10_000;

    /** A split far from the first one. */
    static final int LATE = 90;

    private static final int WRITTEN = 200;

    private static final List<TableSchema> TABLES = List.of(
            DocumentsTable.SCHEMA,
            SignalsTable.SCHEMA,
            ClustersTable.SCHEMA,
            LedgerTable.SCHEMA,
            DecisionsTable.SCHEMA);

    private final RunDirectory directory;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    private GeneratedRun(RunDirectory directory) {
        this.directory = directory;
    }

    /** Writes a run with at least this many documents. */
    static void write(Path folder, long rows, Configuration hadoop) throws IOException {
        GeneratedRun run = new GeneratedRun(RunDirectory.at(folder.toString(), hadoop));
        int splits = (int) ((rows + SPLIT - 1) / SPLIT);
        try {
            IntStream.range(0, Math.min(WRITTEN, splits)).parallel().forEach(run::split);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int split = WRITTEN; split < splits; split++) {
            for (TableSchema table : TABLES) {
                Files.createLink(
                        folder.resolve(table.name()).resolve(file(split)),
                        folder.resolve(table.name()).resolve(file(split % WRITTEN)));
            }
        }
        run.records((long) splits * SPLIT, splits);
    }

    private void records(long documents, int splits) throws IOException {
        for (RunStage stage : List.of(RunStage.DOCUMENTS, RunStage.DEDUP, RunStage.SHARD)) {
            directory.write(new StageRecord(stage, stage.label(), Map.of("documents", documents), Map.of()));
        }
        directory.write(new StageRecord(RunStage.DECIDE, "decide", counts, Map.of()));
        directory.write(new RunRecord(
                "generated",
                List.of("crawl/"),
                "0123456789abcdef0123456789abcdef",
                splits,
                ConfigurationLoader.defaults().root()));
    }

    private static String file(int split) {
        return String.format(Locale.ROOT, "part-%05d-generated.parquet", split);
    }

    private void split(int split) {
        try (Tables tables = new Tables(directory, split)) {
            for (int i = 0; i < SPLIT; i++) {
                GeneratedDocument document = new GeneratedDocument(split, i);
                tables.write(document);
                counts.merge("outcome/" + document.outcome() + "/" + document.language(), 1L, Long::sum);
                if (!document.keep()) {
                    counts.merge("rule/" + document.outcome() + "/" + document.rule(), 1L, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of one split. */
    private static final class Tables implements AutoCloseable {

        private final TableWriter documents;
        private final TableWriter signals;
        private final TableWriter clusters;
        private final TableWriter ledger;
        private final TableWriter decisions;

        Tables(RunDirectory run, int split) throws IOException {
            documents = table(run, DocumentsTable.SCHEMA, split);
            signals = table(run, SignalsTable.SCHEMA, split);
            clusters = table(run, ClustersTable.SCHEMA, split);
            ledger = table(run, LedgerTable.SCHEMA, split);
            decisions = table(run, DecisionsTable.SCHEMA, split);
        }

        private static TableWriter table(RunDirectory run, TableSchema schema, int split) throws IOException {
            var path = new org.apache.hadoop.fs.Path(run.path(schema.name()), file(split));
            return TableWriter.create(schema, path, run.hadoop());
        }

        void write(GeneratedDocument document) throws IOException {
            documents.write(document.documentsRow());
            signals.write(document.signalsRow());
            decisions.write(document.decisionsRow());
            if (document.isTwin()) {
                clusters.write(document.clustersRow());
            }
            if (document.leavesLedger()) {
                ledger.write(document.ledgerRow());
            }
        }

        @Override
        public void close() throws IOException {
            for (TableWriter table : List.of(documents, signals, clusters, ledger, decisions)) {
                table.close();
            }
        }
    }
}
