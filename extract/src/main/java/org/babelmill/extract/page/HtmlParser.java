package org.babelmill.extract.page;

import java.util.Optional;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses pages within limits. Not thread-safe. */
public final class HtmlParser {

    /** Elements nested deeper are put beside one another by the parser. */
    private static final int MAX_DEPTH = 512;

    private final Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);

    /**
     * Parses a page.
     *
     * @return nothing where the parser loses its own way, as jsoup 1.24 does in templates inside {@code noscript},
     *     and rarely where formatting elements cross tables
     */
    public Optional<Document> parse(String html) {
        try {
            return Optional.of(parser.parseInput(html, ""));
        } catch (ValidationException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a page may be parsed to more nodes than a limit: counted are its tags, and as many texts between them.
     *
     * @param limit nodes
     */
    public static boolean mayExceed(String html, int limit) {
        if (html.length() <= 2L * limit) {
            // No tag is shorter than two characters.
            return false;
        }
        int nodes = 0;
        int at = html.indexOf('<');
        while (at >= 0 && nodes <= limit) {
            char next = at + 1 < html.length() ? html.charAt(at + 1) : 0;
            if (next == '/' || next == '!' || Character.isLetter(next)) {
                nodes++;
            }
            at = html.indexOf('<', at + 1);
        }
        return nodes > limit;
    }
}
