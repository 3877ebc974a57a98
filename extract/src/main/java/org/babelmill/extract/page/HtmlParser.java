package org.babelmill.extract.page;

import java.io.CharArrayReader;
import java.nio.CharBuffer;
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
    public Optional<Document> parse(CharSequence html) {
        try {
            return Optional.of(
                    html instanceof CharBuffer buffer && buffer.hasArray()
                            ? parser.parseInput(reader(buffer), "")
                            : parser.parseInput(html.toString(), ""));
        } catch (ValidationException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Reads where the characters are: making a string of them first costs as much as decoding them. */
    private static CharArrayReader reader(CharBuffer buffer) {
        return new CharArrayReader(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }

    /**
     * Whether a page may be parsed to more nodes than a limit: counted are its tags, and as many texts between them.
     *
     * @param limit nodes
     */
    public static boolean mayExceed(CharSequence html, int limit) {
        if (html.length() <= 2L * limit) {
            // No tag is shorter than two characters.
            return false;
        }
        int nodes = 0;
        // A copy of the few pages that are this long: looking for one character in a string is what Java is quickest
        // at.
        String text = html.toString();
        for (int at = text.indexOf('<'); at >= 0 && nodes <= limit; at = text.indexOf('<', at + 1)) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            nodes += next == '/' || next == '!' || Character.isLetter(next) ? 1 : 0;
        }
        return nodes > limit;
    }
}
