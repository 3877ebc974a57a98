package org.babelmill.jobs.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.RowCodec;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.tokens.Tokenizer;
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

    private static final int REPEATS = ShardTable.SCHEMA.positions().get("repeats");

    private final Optional<Tokenizer> counter;
    private final TableReader documents;
    private final TableReader signals;
    private final TableReader decisions;
    private final ShardPlan plan;
    private final Publication publication;
    private final ShardRow rows;
    private final RowCodec codec = new RowCodec(ShardTable.SCHEMA);
    private final Map<String, Integer> decision = DecisionsTable.SCHEMA.positions();
    private final ArrayDeque<Tuple2<ShardSlot, byte[]>> copies = new ArrayDeque<>();
    private Predicate<Object[]> chosen = decided -> false;
    private Tuple2<ShardSlot, byte[]> next;

    private SplitShardRows(Files files, ShardPlan plan, Publication publication, Configuration hadoop)
            throws IOException {
        this.counter = publication.counter(hadoop);
        this.rows = new ShardRow(DOCUMENTS, SIGNALS, publication.masker(), counter);
        this.documents = TableReader.open(DOCUMENTS, files.documents(), hadoop);
        this.signals = TableReader.open(SIGNALS, files.signals(), hadoop);
        this.decisions = TableReader.open(DecisionsTable.SCHEMA, files.decisions(), hadoop);
        this.plan = plan;
        this.publication = publication;
    }

    static SplitShardRows open(Files files, ShardPlan plan, Publication publication, Configuration hadoop)
            throws IOException {
        SplitShardRows rows = new SplitShardRows(files, plan, publication, hadoop);
        rows.advance();
        return rows;
    }

    /** Rows of decided documents that a test chooses, published or not, without a plan. */
    static SplitShardRows substitutes(
            Files files, Publication publication, Predicate<Object[]> chosen, Configuration hadoop) throws IOException {
        SplitShardRows rows = new SplitShardRows(files, null, publication, hadoop);
        rows.chosen = chosen;
        return rows;
    }

    /** The next chosen row, as a kept document is published; empty after the last. */
    Optional<Object[]> row() throws IOException {
        for (Object[] decided = decisions.next(); decided != null; decided = decisions.next()) {
            Object[] document = documents.next();
            Object[] measured = signals.next();
            check(document, measured, decided);
            if (chosen.test(decided)) {
                decided[decision.get("keep")] = true;
                decided[decision.get("reasons")] = List.of();
                decided[decision.get("repeats")] = 1;
                return Optional.of(rows.of(document, measured, decided));
            }
        }
        return Optional.empty();
    }

    /** The files of one split. */
    record Files(Path documents, Path signals, Path decisions) {}

    private static List<String> signalColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "key",
                "url",
                "date",
                "dump",
                "language",
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
        next = copies.poll();
        if (next == null) {
            document();
        }
    }

    private void document() throws IOException {
        for (Object[] decided = decisions.next(); decided != null; ) {
            Object[] document = documents.next();
            Object[] measured = signals.next();
            check(document, measured, decided);
            var part = publication.part(decided);
            if (part.isPresent() && !isTakenBack(decided, document, measured)) {
                next = slot(part.get(), decided, rows.of(document, measured, decided));
                return;
            } else {
                decided = decisions.next();
            }
        }
    }

    private boolean isTakenBack(Object[] decided, Object[] document, Object[] measured) {
        return publication
                .takenBack()
                .match(
                        (String) decided[decision.get("id")],
                        (String) measured[SIGNALS.positions().get("url")],
                        (String) document[DOCUMENTS.positions().get("host")])
                .isPresent();
    }

    private void check(Object[] document, Object[] measured, Object[] decided) throws IOException {
        Object key = decided[decision.get("key")];
        if (document == null || measured == null || !document[0].equals(measured[0]) || !document[0].equals(key)) {
            throw new IOException("documents, signals and decisions are out of step at key " + key);
        }
    }

    private Tuple2<ShardSlot, byte[]> slot(Part part, Object[] decided, Object[] row) {
        String id = (String) decided[decision.get("id")];
        if (!publication.materialised() || part.split().equals("removed")) {
            return slot(part, id, plan.order(id), row);
        }
        int repeats = (Integer) row[REPEATS];
        row[REPEATS] = 1;
        for (int copy = 1; copy < repeats; copy++) {
            // Each copy has a place of its own, so that they do not stand side by side.
            copies.add(slot(part, id, plan.order(id + '#' + copy), row));
        }
        return slot(part, id, plan.order(id), row);
    }

    private Tuple2<ShardSlot, byte[]> slot(Part part, String id, long order, Object[] row) {
        return new Tuple2<>(new ShardSlot(plan.shard(part, order), order, id), codec.encode(row));
    }

    @Override
    public void close() throws IOException {
        counter.ifPresent(Tokenizer::close);
        documents.close();
        signals.close();
        decisions.close();
    }
}
