package org.babelmill.extract.tree;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A table of data. Tables that only lay a page out are not kept as such. */
public record Table(List<Row> rows) implements Block {

    /** Cells from left to right as written; cells that reach down from rows above are not repeated. */
    public record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param header whether it names its row or column
     * @param rowSpan rows it reaches over, at least 1
     * @param columnSpan columns it reaches over, at least 1
     */
    public record Cell(boolean header, int rowSpan, int columnSpan, RichText text) {

        public Cell {
            requireNonNull(text, "text");
            if (rowSpan < 1 || columnSpan < 1) {
                throw new IllegalArgumentException("no span: " + rowSpan + " rows, " + columnSpan + " columns");
            }
        }
    }

    public Table {
        rows = List.copyOf(rows);
    }
}
