package org.babelmill.jobs.table;

import java.util.List;
import java.util.Optional;

/** The tables of a run directory that are written split by split. */
public final class Tables {

    private static final List<TableSchema> ALL = List.of(
            DocumentsTable.SCHEMA,
            SignalsTable.SCHEMA,
            SignaturesTable.SCHEMA,
            LedgerTable.SCHEMA,
            RobotsTable.SCHEMA,
            ClustersTable.SCHEMA,
            DecisionsTable.SCHEMA);

    private Tables() {}

    /** A table by its name. */
    public static Optional<TableSchema> named(String name) {
        return ALL.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** All names, in the order in which the tables are made. */
    public static List<String> names() {
        return ALL.stream().map(TableSchema::name).toList();
    }
}
