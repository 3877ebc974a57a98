package org.babelmill.extract.page;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses pages within limits. Not thread-safe. */
public final class HtmlParser {

    /** Elements nested deeper are put beside one another by the parser. */
    private static final int MAX_DEPTH = 512;

    private final Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);

    /** Parses a page. Never throws for bad markup. */
    public Document parse(String html) {
        return parser.parseInput(html, "");
    }

    /**
     * An upper bound of the nodes a page would be parsed to: its tags, and as many texts between them.
     *
     * @param enough counting stops above this
     */
    public static int countNodes(String html, int enough) {
        int nodes = 0;
        int at = html.indexOf('<');
        while (at >= 0 && nodes <= enough) {
            char next = at + 1 < html.length() ? html.charAt(at + 1) : 0;
            if (next == '/' || next == '!' || Character.isLetter(next)) {
                nodes++;
            }
            at = html.indexOf('<', at + 1);
        }
        return nodes;
    }
}
