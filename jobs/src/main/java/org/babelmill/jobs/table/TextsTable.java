package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.INT;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;

/** The {@code texts} table: documents that came as text, without the lines that too many pages have. */
public final class TextsTable {

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "texts",
            1,
            List.of(
                    Column.of("id", STRING, "Id as given, empty when there was none."),
                    Column.of("url", STRING, "Address as given, empty when unknown."),
                    Column.of("date", STRING, "Date as given, empty when unknown."),
                    Column.of("language", STRING, "Language as given, empty when unknown."),
                    Column.of("text", STRING, "The lines that stay."),
                    Column.of("removed_lines", INT, "How many went.")));

    private TextsTable() {}
}
