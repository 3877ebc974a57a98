package org.babelmill.jobs.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/** Writes some columns of a table as text, one file after the other. */
public final class TableExport {

    private final TableSchema schema;
    private final TableSchema read;
    private final RowText text;

    private TableExport(TableSchema schema, TableSchema read, RowText text) {
        this.schema = schema;
        this.read = read;
        this.text = text;
    }

    /**
     * An export.
     *
     * @param schema of the table
     * @param columns column names, each optionally under another name in the text ({@code id=record_id}); empty for all
     */
    public static TableExport of(TableSchema schema, List<String> columns, TextFormat format) {
        List<String> wanted =
                columns.isEmpty() ? schema.columns().stream().map(Column::name).toList() : columns;
        List<String> stored = new ArrayList<>();
        List<Column> shown = new ArrayList<>();
        for (String column : wanted) {
            int equals = column.indexOf('=');
            String source = column.substring(equals + 1);
            Column found = schema.columns().stream()
                    .filter(c -> c.name().equals(source))
                    .findFirst()
                    .orElseThrow(() -> new UserError("--columns " + column + ": table " + schema.name()
                            + " has no such column; it has "
                            + String.join(
                                    ", ",
                                    schema.columns().stream().map(Column::name).toList())));
            stored.add(source);
            shown.add(Column.nullable(
                    equals < 0 ? source : column.substring(0, equals), found.type(), found.description()));
        }
        return new TableExport(schema, TableReader.project(schema, stored), new RowText(format, shown));
    }

    /** Writes all rows of the files, in order; returns how many. */
    public long write(List<Path> files, Configuration hadoop, PrintWriter out) throws IOException {
        long rows = 0;
        for (Path file : files) {
            try (TableReader reader = TableReader.open(read, file, hadoop)) {
                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                    out.print(text.line(row));
                    out.print('\n');
                    rows++;
                }
            }
            if (out.checkError()) {
                throw new IOException("the output was closed");
            }
        }
        out.flush();
        return rows;
    }

    /**
     * Writes each row as often as one of its columns says, at least once.
     *
     * @param times name of a column of whole numbers; it need not be among those written
     * @return lines written
     */
    public long writeRepeated(Path file, String times, Configuration hadoop, PrintWriter out) throws IOException {
        TableSchema counted = TableReader.project(schema, List.of(times));
        long lines = 0;
        try (TableReader rows = TableReader.open(read, file, hadoop);
                TableReader counts = TableReader.open(counted, file, hadoop)) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                String line = text.line(row);
                int copies = Math.max(1, (Integer) counts.next()[0]);
                for (int copy = 0; copy < copies; copy++) {
                    out.print(line);
                    out.print('\n');
                }
                lines += copies;
            }
        }
        if (out.checkError()) {
            throw new IOException("the output was closed");
        }
        return lines;
    }
}
