package org.babelmill.extract.content;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.extract.page.CellSpans;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.tree.Block;
import org.babelmill.extract.tree.Caption;
import org.babelmill.extract.tree.Code;
import org.babelmill.extract.tree.Formula;
import org.babelmill.extract.tree.Heading;
import org.babelmill.extract.tree.ListBlock;
import org.babelmill.extract.tree.Paragraph;
import org.babelmill.extract.tree.Quote;
import org.babelmill.extract.tree.RichText;
import org.babelmill.extract.tree.Span;
import org.babelmill.extract.tree.Table;

/**
 * Makes a tree of the chosen blocks of a page: runs of blocks inside a list, table, quotation or preformatted element
 * become one block of the tree, the others paragraphs, headings and captions. Not thread-safe.
 */
final class TreeBuilder {

    /** Structures inside structures beyond this are read as paragraphs. */
    private static final int MAX_DEPTH = 24;

    private final PageOutline page;
    private final boolean[] chosen;
    private final SpanCutter spans;
    private final DataTables tables;
    private int depth;

    /** @param chosen by block; longer arrays are fine */
    TreeBuilder(PageOutline page, boolean[] chosen) {
        this.page = page;
        this.chosen = chosen;
        this.spans = new SpanCutter(page);
        this.tables = new DataTables(page, chosen);
    }

    /** The chosen blocks of the whole page. */
    List<Block> build() {
        return page.elements() == 0 ? List.of() : blocks(0, page.blocks(), 0);
    }

    private List<Block> blocks(int from, int to, int root) {
        List<Block> result = new ArrayList<>();
        int block = from;
        while (block < to) {
            if (!chosen[block]) {
                block++;
                continue;
            }
            int element = depth < MAX_DEPTH ? structure(block, root) : -1;
            if (element < 0) {
                leaf(block, result);
                block++;
            } else {
                int end = Math.min(to, page.endBlock(element));
                depth++;
                structured(element, block, end, result);
                depth--;
                block = end;
            }
        }
        return result;
    }

    /** The outermost structure around a block below {@code root}; -1 when there is none. */
    private int structure(int block, int root) {
        int found = -1;
        for (int e = page.owner(block); e > root; e = page.parent(e)) {
            if (isStructure(e)) {
                found = e;
            }
        }
        return found;
    }

    private boolean isStructure(int element) {
        int tag = page.tag(element);
        return switch (tag) {
            case Tags.UL, Tags.OL, Tags.LI, Tags.BLOCKQUOTE, Tags.PRE, Tags.FIGCAPTION, Tags.CAPTION -> true;
            case Tags.TABLE -> tables.isData(element);
            default -> Tags.isHeading(tag);
        };
    }

    private void structured(int element, int from, int to, List<Block> result) {
        int tag = page.tag(element);
        switch (tag) {
            case Tags.UL, Tags.OL -> result.add(list(element, from, to));
            case Tags.LI -> result.add(new ListBlock(false, List.of(new ListBlock.Item(blocks(from, to, element)))));
            case Tags.TABLE -> table(element, from, to, result);
            case Tags.BLOCKQUOTE -> result.add(new Quote(blocks(from, to, element)));
            case Tags.PRE -> result.add(code(element, from, to));
            case Tags.FIGCAPTION, Tags.CAPTION -> result.add(new Caption(joined(from, to, "\n")));
            default -> result.add(new Heading(tag - Tags.H1 + 1, joined(from, to, " ")));
        }
    }

    private ListBlock list(int list, int from, int to) {
        List<ListBlock.Item> items = new ArrayList<>();
        int block = from;
        while (block < to) {
            if (!chosen[block]) {
                block++;
                continue;
            }
            int item = childOf(list, block);
            int end = item < 0 ? block + 1 : Math.min(to, page.endBlock(item));
            items.add(new ListBlock.Item(blocks(block, end, item < 0 ? page.owner(block) : item)));
            block = end;
        }
        return new ListBlock(page.tag(list) == Tags.OL, items);
    }

    /** The element directly inside {@code ancestor} that holds the block; -1 when the ancestor holds it directly. */
    private int childOf(int ancestor, int block) {
        int child = -1;
        for (int e = page.owner(block); e > ancestor; e = page.parent(e)) {
            child = e;
        }
        return child;
    }

    private void table(int table, int from, int to, List<Block> result) {
        List<Table.Row> rows = new ArrayList<>();
        List<Table.Cell> cells = new ArrayList<>();
        int row = -1;
        int block = from;
        while (block < to) {
            int cell = chosen[block] ? cellOf(block, table) : -1;
            if (cell < 0) {
                if (chosen[block]) {
                    result.add(new Caption(text(block)));
                }
                block++;
                continue;
            }
            int cellRow = page.parent(cell);
            if (cellRow != row && !cells.isEmpty()) {
                rows.add(new Table.Row(cells));
                cells = new ArrayList<>();
            }
            row = cellRow;
            int end = Math.min(to, page.endBlock(cell));
            cells.add(cell(cell, block, end));
            block = end;
        }
        if (!cells.isEmpty()) {
            rows.add(new Table.Row(cells));
        }
        result.add(new Table(rows));
    }

    /** The outermost cell of the table that holds the block; -1 when it stands outside of cells. */
    private int cellOf(int block, int table) {
        int found = -1;
        for (int e = page.owner(block); e > table; e = page.parent(e)) {
            if (Tags.isCell(page.tag(e))) {
                found = e;
            }
        }
        return found;
    }

    private Table.Cell cell(int cell, int from, int to) {
        int detail = page.detail(cell);
        boolean header = page.tag(cell) == Tags.TH;
        return new Table.Cell(header, CellSpans.rows(detail), CellSpans.columns(detail), joined(from, to, "\n"));
    }

    private Code code(int pre, int from, int to) {
        StringBuilder text = new StringBuilder();
        boolean code = !page.language(pre).isEmpty();
        for (int block = from; block < to; block++) {
            if (chosen[block]) {
                text.append(text.length() > 0 ? "\n" : "").append(page.text(block));
                code |= (page.inlineTags(block) & (1L << Tags.CODE)) != 0;
            }
        }
        Code.Kind kind = code ? Code.Kind.CODE : Code.Kind.PREFORMATTED;
        return new Code(kind, page.language(pre), Lines.withoutEmptyEnds(text));
    }

    private void leaf(int block, List<Block> result) {
        boolean formula = spans.isFormula(block);
        result.add(formula ? new Formula(page.text(block)) : new Paragraph(text(block)));
    }

    private RichText text(int block) {
        return new RichText(page.text(block), spans.of(block, 0));
    }

    private RichText joined(int from, int to, String separator) {
        StringBuilder text = new StringBuilder();
        List<Span> all = new ArrayList<>();
        for (int block = from; block < to; block++) {
            if (chosen[block]) {
                text.append(text.length() > 0 ? separator : "");
                all.addAll(spans.of(block, text.length()));
                text.append(page.text(block));
            }
        }
        return new RichText(text.toString(), all);
    }
}
