package org.babelmill.jobs.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType;

/** Rows of one schema as lines of text. */
final class RowText {

    private static final JsonFactory JSON = new JsonFactory();

    private final TextFormat format;
    private final List<Column> columns;

    /**
     * A form for rows.
     *
     * @param columns in the order of the rows, under the names they are to have in the text
     */
    RowText(TextFormat format, List<Column> columns) {
        this.format = format;
        this.columns = List.copyOf(columns);
    }

    /** A row as a line, without line end. */
    String line(Object[] row) throws IOException {
        return format == TextFormat.JSONL ? json(row) : tsv(row);
    }

    private String json(Object[] row) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            object(columns, row, out);
        }
        return text.toString();
    }

    private String tsv(Object[] row) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(i == 0 ? "" : "\t").append(cell(columns.get(i).type(), row[i]));
        }
        return line.toString();
    }

    private static String cell(ColumnType type, Object value) throws IOException {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof String text) {
            return escaped(text);
        }
        if (type instanceof ColumnType.Scalar && !(value instanceof byte[])) {
            return value.toString();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            value(type, value, out);
        }
        return escaped(text.toString());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static void object(List<Column> columns, Object[] values, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                out.writeFieldName(columns.get(i).name());
                value(columns.get(i).type(), values[i], out);
            }
        }
        out.writeEndObject();
    }

    private static void value(ColumnType type, Object value, JsonGenerator out) throws IOException {
        if (type instanceof ColumnType.ListOf list) {
            out.writeStartArray();
            for (Object element : (List<?>) value) {
                value(list.element(), element, out);
            }
            out.writeEndArray();
        } else if (type instanceof ColumnType.Struct struct) {
            object(struct.fields(), (Object[]) value, out);
        } else {
            scalar(value, out);
        }
    }

    private static void scalar(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Double number && !Double.isFinite(number)) {
            out.writeNull();
        } else if (value instanceof byte[] bytes) {
            out.writeString(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Float number) {
            out.writeNumber(number);
        } else {
            out.writeString((String) value);
        }
    }
}
