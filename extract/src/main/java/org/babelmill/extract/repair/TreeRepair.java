package org.babelmill.extract.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.babelmill.extract.tree.Block;
import org.babelmill.extract.tree.Caption;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Heading;
import org.babelmill.extract.tree.ListBlock;
import org.babelmill.extract.tree.Paragraph;
import org.babelmill.extract.tree.Quote;
import org.babelmill.extract.tree.RichText;
import org.babelmill.extract.tree.Span;
import org.babelmill.extract.tree.Table;

/**
 * Applies {@link TextRepair} to every text of a document. Code and formulas stay as they are: references and odd bytes
 * may be what they are about.
 */
public final class TreeRepair {

    private int places;

    private TreeRepair() {}

    /** The document with its damage mended. */
    public static RepairedTree repair(DocumentTree tree) {
        TreeRepair repair = new TreeRepair();
        Repaired title = TextRepair.repair(tree.title());
        List<Block> blocks = repair.blocks(tree.blocks());
        int places = repair.places + title.places();
        return places == 0
                ? new RepairedTree(tree, 0)
                : new RepairedTree(new DocumentTree(title.text(), blocks), places);
    }

    private List<Block> blocks(List<Block> blocks) {
        List<Block> result = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            result.add(block(block));
        }
        return result;
    }

    private Block block(Block block) {
        if (block instanceof Paragraph paragraph) {
            return new Paragraph(text(paragraph.text()));
        } else if (block instanceof Heading heading) {
            return new Heading(heading.level(), text(heading.text()));
        } else if (block instanceof Caption caption) {
            return new Caption(text(caption.text()));
        } else if (block instanceof Quote quote) {
            return new Quote(blocks(quote.blocks()));
        } else if (block instanceof ListBlock list) {
            List<ListBlock.Item> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(new ListBlock.Item(blocks(item.blocks()))));
            return new ListBlock(list.ordered(), items);
        } else if (block instanceof Table table) {
            return table(table);
        }
        return block;
    }

    private Table table(Table table) {
        List<Table.Row> rows = new ArrayList<>(table.rows().size());
        for (Table.Row row : table.rows()) {
            List<Table.Cell> cells = new ArrayList<>(row.cells().size());
            for (Table.Cell cell : row.cells()) {
                cells.add(new Table.Cell(cell.header(), cell.rowSpan(), cell.columnSpan(), text(cell.text())));
            }
            rows.add(new Table.Row(cells));
        }
        return new Table(rows);
    }

    private RichText text(RichText text) {
        if (text.spans().isEmpty()) {
            Repaired repaired = TextRepair.repair(text.text());
            places += repaired.places();
            return repaired.places() == 0 ? text : RichText.of(repaired.text());
        }
        return TextRepair.repair(text.text()).places() == 0 ? text : pieces(text);
    }

    /** Repairs what lies between the ends of spans piece by piece, so that every span keeps its text. */
    private RichText pieces(RichText text) {
        TreeSet<Integer> ends = new TreeSet<>(List.of(0, text.text().length()));
        for (Span span : text.spans()) {
            ends.add(span.start());
            ends.add(span.end());
        }
        StringBuilder out = new StringBuilder();
        int[] moved = new int[text.text().length() + 1];
        int from = 0;
        for (int to : ends) {
            Repaired piece = TextRepair.repair(text.text().substring(from, to));
            places += piece.places();
            out.append(piece.text());
            moved[to] = out.length();
            from = to;
        }
        List<Span> spans = new ArrayList<>();
        for (Span span : text.spans()) {
            if (moved[span.start()] < moved[span.end()]) {
                spans.add(new Span(moved[span.start()], moved[span.end()], span.style()));
            }
        }
        return new RichText(out.toString(), spans);
    }
}
