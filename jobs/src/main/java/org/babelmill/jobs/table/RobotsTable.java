package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;

/** The {@code robots} table: one row for each robots.txt found in the archives. */
public final class RobotsTable {

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "robots",
            1,
            List.of(
                    Column.of("origin", STRING, "Scheme, host and port."),
                    Column.of("file", STRING, "Logical name of the archive file."),
                    Column.of("date", STRING, "When it was fetched, ISO 8601."),
                    Column.of("text", STRING, "The file.")));

    private RobotsTable() {}
}
