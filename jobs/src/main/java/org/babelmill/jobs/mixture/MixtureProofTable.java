package org.babelmill.jobs.mixture;

import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType.ListOf;
import org.babelmill.jobs.table.TableSchema;

/** The proof of a mixture: how often each document is seen, in the order of the shards. */
public final class MixtureProofTable {

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "mixture-proof",
            1,
            List.of(
                    Column.of("id", STRING, "Document id."),
                    Column.of("cluster_id", STRING, "Id that all its duplicates share."),
                    Column.of("repeats", INT, "Copies that rebalancing gives it."),
                    Column.of("seen", INT, "How often the mixture sees it, all stages together."),
                    Column.of("seen_by_stage", new ListOf(INT), "The same stage by stage.")));

    private MixtureProofTable() {}
}
