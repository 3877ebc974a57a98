package org.babelmill.jobs.sample;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The few signs in which sample texts are written, to HTML. Blocks are parted by empty lines; a block's first characters
 * say what it is: {@code ##} a heading, {@code -} a list, {@code |} a table whose first row heads it, four spaces code,
 * {@code >} a quotation, {@code <} HTML as it is; all else is a paragraph.
 */
final class Markup {

    private static final String CODE = "    ";

    private Markup() {}

    /** The HTML of a text. */
    static String html(String text) {
        return text.strip().isEmpty()
                ? ""
                : List.of(text.stripTrailing().split("\n\n+")).stream()
                        .map(Markup::block)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A text with the five signs of HTML as entities. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String block(String block) {
        if (block.startsWith("<")) {
            return block;
        }
        if (block.startsWith("## ")) {
            return "<h2>" + escaped(block.substring(3)) + "</h2>";
        }
        if (block.startsWith("> ")) {
            return "<blockquote><p>" + escaped(block.substring(2)) + "</p></blockquote>";
        }
        if (block.startsWith("- ")) {
            return block.lines()
                    .map(item -> "<li>" + escaped(item.substring(2)) + "</li>")
                    .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        }
        if (block.startsWith("| ")) {
            return table(block.lines().toList());
        }
        return block.startsWith(CODE)
                ? "<pre><code>" + escaped(block.stripIndent()) + "</code></pre>"
                : "<p>" + escaped(block) + "</p>";
    }

    private static String table(List<String> lines) {
        return "<table>\n<thead>" + row(lines.get(0), "th") + "</thead>\n<tbody>\n"
                + lines.stream().skip(1).map(line -> row(line, "td") + '\n').collect(Collectors.joining())
                + "</tbody>\n</table>";
    }

    private static String row(String line, String cell) {
        String[] values = line.substring(2).strip().split(" *\\| *");
        return List.of(values).stream()
                .map(value -> '<' + cell + '>' + escaped(value) + "</" + cell + '>')
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
