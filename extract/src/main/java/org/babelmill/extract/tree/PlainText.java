package org.babelmill.extract.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Renders a tree as plain text: one line a paragraph, heading or list item, one line a table row with {@code |} between
 * its cells, code as it stands. The title is not part of it.
 */
public final class PlainText {

    private static final String BULLET = "- ";

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    /** The text, without line break at the end. */
    public static String render(DocumentTree tree) {
        PlainText text = new PlainText();
        text.blocks(tree.blocks());
        return text.out.toString();
    }

    private void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            block(block);
        }
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            line(heading.text().text());
        } else if (block instanceof Paragraph paragraph) {
            line(paragraph.text().text());
        } else if (block instanceof Caption caption) {
            line(caption.text().text());
        } else if (block instanceof Code code) {
            line(code.text());
        } else if (block instanceof Formula formula) {
            line(formula.source());
        } else if (block instanceof Quote quote) {
            blocks(quote.blocks());
        } else if (block instanceof ListBlock list) {
            list(list);
        } else if (block instanceof Table table) {
            table(table);
        }
    }

    private void list(ListBlock list) {
        int number = 1;
        for (ListBlock.Item item : list.items()) {
            int from = out.length();
            blocks(item.blocks());
            String marker = list.ordered() ? number++ + ". " : BULLET;
            if (out.length() > from) {
                out.insert(from == 0 ? 0 : from + 1, marker);
            }
        }
    }

    private void table(Table table) {
        for (Table.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (Table.Cell cell : row.cells()) {
                cells.add(cell.text().text().replace('\n', ' '));
            }
            line(String.join(" | ", cells));
        }
    }

    private void line(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (out.length() > 0) {
            out.append('\n');
        }
        out.append(text);
    }
}
