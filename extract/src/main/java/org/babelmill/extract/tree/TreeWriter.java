package org.babelmill.extract.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the uncompressed stored form. */
final class TreeWriter {

    static final int HEADING = 1;
    static final int PARAGRAPH = 2;
    static final int LIST = 3;
    static final int TABLE = 4;
    static final int CODE = 5;
    static final int QUOTE = 6;
    static final int CAPTION = 7;
    static final int FORMULA = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void tree(DocumentTree tree) {
        text(tree.title());
        blocks(tree.blocks());
    }

    private void blocks(List<Block> blocks) {
        number(blocks.size());
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            number(HEADING);
            number(heading.level());
            rich(heading.text());
        } else if (block instanceof Paragraph paragraph) {
            number(PARAGRAPH);
            rich(paragraph.text());
        } else if (block instanceof ListBlock list) {
            number(LIST);
            number(list.ordered() ? 1 : 0);
            number(list.items().size());
            list.items().forEach(item -> blocks(item.blocks()));
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Code code) {
            number(CODE);
            number(code.kind().code());
            text(code.language());
            text(code.text());
        } else if (block instanceof Quote quote) {
            number(QUOTE);
            blocks(quote.blocks());
        } else if (block instanceof Caption caption) {
            number(CAPTION);
            rich(caption.text());
        } else if (block instanceof Formula formula) {
            number(FORMULA);
            text(formula.source());
        }
    }

    private void table(Table table) {
        number(TABLE);
        number(table.rows().size());
        for (Table.Row row : table.rows()) {
            number(row.cells().size());
            for (Table.Cell cell : row.cells()) {
                number(cell.header() ? 1 : 0);
                number(cell.rowSpan());
                number(cell.columnSpan());
                rich(cell.text());
            }
        }
    }

    private void rich(RichText rich) {
        text(rich.text());
        number(rich.spans().size());
        for (Span span : rich.spans()) {
            number(span.start());
            number(span.end());
            number(span.style().code());
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        raw(bytes);
    }

    void raw(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    void number(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
