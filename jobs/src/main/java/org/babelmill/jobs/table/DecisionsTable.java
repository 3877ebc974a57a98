package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.BOOLEAN;
import static org.babelmill.jobs.table.ColumnType.Scalar.DOUBLE;
import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;
import org.babelmill.jobs.table.ColumnType.ListOf;
import org.babelmill.jobs.table.ColumnType.Struct;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;

/** The {@code decisions} table: one row for each document, in the order of {@code documents}. */
public final class DecisionsTable {

    /** Type of a list of reasons: all rules that a document failed, with value and threshold. */
    public static final ListOf REASONS = new ListOf(Struct.of(
            Column.of("stage", STRING, "Stage of the rule."),
            Column.of("rule", STRING, "Name of the rule."),
            Column.of("value", STRING, "What was measured."),
            Column.of("comparison", STRING, "How it failed."),
            Column.of("threshold", STRING, "What it was held against.")));

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "decisions",
            1,
            List.of(
                    Column.lookup("id", "Document id."),
                    Column.of("key", LONG, "Document key of this run."),
                    Column.of("language", STRING, "Language and script, such as deu_Latn."),
                    Column.of("keep", BOOLEAN, "Whether the document goes into the corpus."),
                    Column.nullable("stage", STRING, "First stage that removes it; null when kept."),
                    Column.of("reasons", REASONS, "Every rule it failed; empty when kept."),
                    Column.of("cluster_id", STRING, "Id that all its duplicates share; its own id when it has none."),
                    Column.of("cluster_size", LONG, "Number of duplicates including itself, 1 when unique."),
                    Column.nullable("survivor_id", STRING, "The duplicate that was kept, when another one was."),
                    Column.nullable("similarity", DOUBLE, "Estimated Jaccard similarity to it, 0 to 1."),
                    Column.of("repeats", INT, "How often it is to be seen: 0 when removed, 1 without rebalancing."),
                    Column.of("text_bytes", LONG, "UTF-8 bytes of the text."),
                    Column.of("words", LONG, "Words of the text.")));

    private DecisionsTable() {}

    /** Reasons as the list column holds them. */
    public static List<Object[]> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(r -> new Object[] {
                    r.stage().label(), r.rule(), r.value(), r.comparison().symbol(), r.threshold()
                })
                .toList();
    }

    /** The reasons of a list column. */
    public static List<Reason> reasons(Object column) {
        return ((List<?>) column)
                .stream()
                        .map(Object[].class::cast)
                        .map(r -> new Reason(
                                stage((String) r[0]), (String) r[1], (String) r[2], comparison((String) r[3]), (String)
                                        r[4]))
                        .toList();
    }

    private static Stage stage(String label) {
        for (Stage stage : Stage.values()) {
            if (stage.label().equals(label)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no stage " + label);
    }

    private static Comparison comparison(String symbol) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.symbol().equals(symbol)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("no comparison " + symbol);
    }
}
