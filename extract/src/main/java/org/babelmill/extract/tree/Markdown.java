package org.babelmill.extract.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Renders a tree as Markdown (CommonMark with tables as GitHub has them). Text that would read as markup is escaped, so
 * that rendering the result gives the text of the tree. The title is not part of it.
 */
public final class Markdown {

    private final StringBuilder out = new StringBuilder();

    private Markdown() {}

    /** The Markdown, without line break at the end. */
    public static String render(DocumentTree tree) {
        Markdown markdown = new Markdown();
        markdown.blocks(tree.blocks(), "");
        return markdown.out.toString();
    }

    /** @param indent what every line but the first begins with */
    private void blocks(List<Block> blocks, String indent) {
        boolean first = true;
        for (Block block : blocks) {
            if (!first) {
                out.append(indent.stripTrailing()).append('\n').append(indent);
            } else if (indent.isEmpty() && out.length() > 0) {
                out.append('\n');
            }
            first = false;
            block(block, indent);
        }
    }

    private void block(Block block, String indent) {
        if (block instanceof Heading heading) {
            out.append("#".repeat(heading.level())).append(' ');
            lines(oneLine(MarkdownInline.render(heading.text())), indent);
        } else if (block instanceof Paragraph paragraph) {
            lines(MarkdownInline.render(paragraph.text()), indent);
        } else if (block instanceof Caption caption) {
            lines(MarkdownInline.render(caption.text()), indent);
        } else if (block instanceof Code code) {
            code(code, indent);
        } else if (block instanceof Formula formula) {
            lines("$$\n" + formula.source().strip() + "\n$$", indent);
        } else if (block instanceof Quote quote) {
            out.append("> ");
            blocks(quote.blocks(), indent + "> ");
        } else if (block instanceof ListBlock list) {
            list(list, indent);
        } else if (block instanceof Table table) {
            table(table, indent);
        }
    }

    private void list(ListBlock list, String indent) {
        int number = 1;
        for (ListBlock.Item item : list.items()) {
            if (number > 1) {
                out.append(indent);
            }
            String marker = list.ordered() ? number + ". " : "- ";
            number++;
            out.append(marker);
            int from = out.length();
            blocks(item.blocks(), indent + " ".repeat(marker.length()));
            if (out.length() == from) {
                out.append('\n');
            }
        }
    }

    private void code(Code code, String indent) {
        String fence = MarkdownInline.fence(code.text(), '`', 3);
        String language = code.language().replaceAll("[^\\w+#.-]", "");
        lines(fence + language + "\n" + code.text() + "\n" + fence, indent);
    }

    private void table(Table table, String indent) {
        int columns = 1;
        for (Table.Row row : table.rows()) {
            columns = Math.max(
                    columns,
                    row.cells().stream().mapToInt(Table.Cell::columnSpan).sum());
        }
        boolean headed =
                !table.rows().isEmpty() && table.rows().get(0).cells().stream().anyMatch(Table.Cell::header);
        List<String> lines = new ArrayList<>();
        if (!headed) {
            lines.add("|" + "  |".repeat(columns));
            lines.add("|" + " --- |".repeat(columns));
        }
        for (Table.Row row : table.rows()) {
            lines.add(row(row, columns));
            if (headed && lines.size() == 1) {
                lines.add("|" + " --- |".repeat(columns));
            }
        }
        lines(String.join("\n", lines), indent);
    }

    private static String row(Table.Row row, int columns) {
        StringBuilder line = new StringBuilder("|");
        int filled = 0;
        for (Table.Cell cell : row.cells()) {
            line.append(' ')
                    .append(oneLine(MarkdownInline.render(cell.text())).replace("|", "\\|"))
                    .append(" |");
            filled++;
            for (int i = 1; i < cell.columnSpan() && filled < columns; i++, filled++) {
                line.append("  |");
            }
        }
        return line.append("  |".repeat(Math.max(0, columns - filled))).toString();
    }

    private static String oneLine(String text) {
        return text.replace("\\\n", " ").replace('\n', ' ');
    }

    private void lines(String text, String indent) {
        out.append(indent.isEmpty() ? text : text.replace("\n", "\n" + indent)).append('\n');
    }
}
