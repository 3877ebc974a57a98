package org.babelmill.jobs.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.RowCodec;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.quality.signal.Signal;
import scala.Tuple2;

/**
 * The rows that a split sends to shards. Reads documents, signals and decisions side by side: all three have one row a
 * document, in the same order. Not thread-safe.
 */
final class SplitShardRows implements Iterator<Tuple2<ShardSlot, byte[]>>, Closeable {

    private static final TableSchema DOCUMENTS = TableReader.project(
            DocumentsTable.SCHEMA,
            List.of(
                    "key",
                    "text",
                    "record_id",
                    "host",
                    "file",
                    "offset",
                    "length",
                    "title",
                    "opt_outs",
                    "machine_translation",
                    "truncated"));
    private static final TableSchema SIGNALS = TableReader.project(SignalsTable.SCHEMA, signalColumns());

    private final TableReader documents;
    private final TableReader signals;
    private final TableReader decisions;
    private final ShardPlan plan;
    private final Publication publication;
    private final ShardRow rows;
    private final RowCodec codec = new RowCodec(ShardTable.SCHEMA);
    private final Map<String, Integer> decision = DecisionsTable.SCHEMA.positions();
    private Tuple2<ShardSlot, byte[]> next;

    private SplitShardRows(
            TableReader documents,
            TableReader signals,
            TableReader decisions,
            ShardPlan plan,
            Publication publication) {
        this.rows = new ShardRow(DOCUMENTS, SIGNALS, publication.masker());
        this.documents = documents;
        this.signals = signals;
        this.decisions = decisions;
        this.plan = plan;
        this.publication = publication;
    }

    static SplitShardRows open(Files files, ShardPlan plan, Publication publication, Configuration hadoop)
            throws IOException {
        SplitShardRows rows = new SplitShardRows(
                TableReader.open(DOCUMENTS, files.documents(), hadoop),
                TableReader.open(SIGNALS, files.signals(), hadoop),
                TableReader.open(DecisionsTable.SCHEMA, files.decisions(), hadoop),
                plan,
                publication);
        rows.advance();
        return rows;
    }

    /** The files of one split. */
    record Files(Path documents, Path signals, Path decisions) {}

    private static List<String> signalColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "key",
                "url",
                "date",
                "dump",
                "html_language",
                "language_score",
                "top_languages",
                "code_mix",
                "pii",
                "licence"));
        columns.add(Signal.CHARS.column());
        columns.add(Signal.LISTED_WORD_FRAC.column());
        ShardTable.QUALITY.forEach(s -> columns.add(s.column()));
        return columns;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Tuple2<ShardSlot, byte[]> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Tuple2<ShardSlot, byte[]> current = next;
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return current;
    }

    private void advance() throws IOException {
        next = null;
        for (Object[] decided = decisions.next(); next == null && decided != null; ) {
            Object[] document = documents.next();
            Object[] measured = signals.next();
            if (document == null
                    || measured == null
                    || !document[0].equals(measured[0])
                    || !document[0].equals(decided[decision.get("key")])) {
                throw new IOException(
                        "documents, signals and decisions are out of step at key " + decided[decision.get("key")]);
            }
            var part = publication.part(decided);
            if (part.isPresent()) {
                next = slot(part.get(), decided, rows.of(document, measured, decided));
            } else {
                decided = decisions.next();
            }
        }
    }

    private Tuple2<ShardSlot, byte[]> slot(Part part, Object[] decided, Object[] row) {
        String id = (String) decided[decision.get("id")];
        long order = plan.order(id);
        return new Tuple2<>(new ShardSlot(plan.shard(part, order), order, id), codec.encode(row));
    }

    @Override
    public void close() throws IOException {
        documents.close();
        signals.close();
        decisions.close();
    }
}
