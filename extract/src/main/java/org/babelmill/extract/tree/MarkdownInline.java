package org.babelmill.extract.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/** Renders a run of text with its spans as Markdown, escaping what would read as markup. */
final class MarkdownInline {

    private static final String SPECIAL = "\\`*_[]<>";
    private static final String STRONG = "**";
    private static final String EMPHASIS = "*";

    private final RichText rich;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Span> open = new ArrayDeque<>();

    /** Index of a point that ends a number at a line's start and would begin a list. */
    private int listPoint = -1;

    private MarkdownInline(RichText rich) {
        this.rich = rich;
    }

    static String render(RichText rich) {
        MarkdownInline inline = new MarkdownInline(rich);
        inline.run();
        return inline.out.toString();
    }

    private void run() {
        int at = 0;
        for (Span span : rich.spans()) {
            if (span.start() < at) {
                continue;
            }
            at = text(at, span.start());
            if (span.style() == Span.Style.CODE || span.style() == Span.Style.FORMULA) {
                verbatim(span);
                at = span.end();
            } else {
                open(span);
            }
        }
        text(at, rich.text().length());
        closeUpTo(Integer.MAX_VALUE);
    }

    private void verbatim(Span span) {
        String text = rich.text().substring(span.start(), span.end());
        if (span.style() == Span.Style.FORMULA) {
            out.append('$').append(text.strip()).append('$');
            return;
        }
        String fence = fence(text, '`', 1);
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        out.append(fence)
                .append(pad)
                .append(text.replace('\n', ' '))
                .append(pad)
                .append(fence);
    }

    private void open(Span span) {
        String text = rich.text();
        boolean marked = !Character.isWhitespace(text.charAt(span.start()))
                && !Character.isWhitespace(text.charAt(span.end() - 1))
                && open.stream().noneMatch(o -> o.style() == span.style());
        if (marked) {
            out.append(mark(span));
            open.push(span);
        }
    }

    private static String mark(Span span) {
        return span.style() == Span.Style.STRONG ? STRONG : EMPHASIS;
    }

    private void closeUpTo(int position) {
        while (!open.isEmpty() && open.peek().end() <= position) {
            out.append(mark(open.pop()));
        }
    }

    private int text(int from, int to) {
        for (int i = from; i < to; i++) {
            closeUpTo(i);
            character(i);
        }
        closeUpTo(to);
        return to;
    }

    private void character(int index) {
        char c = rich.text().charAt(index);
        boolean lineStart = index == 0 || rich.text().charAt(index - 1) == '\n';
        if (c == '\n') {
            out.append("\\\n");
        } else if (SPECIAL.indexOf(c) >= 0
                || index == listPoint
                || (lineStart && isBlockMark(index))
                || isEntity(index)) {
            out.append('\\').append(c);
        } else {
            out.append(c);
            if (lineStart && Character.isDigit(c)) {
                escapeListNumber(index);
            }
        }
    }

    private boolean isBlockMark(int index) {
        return "#+-=~|".indexOf(rich.text().charAt(index)) >= 0;
    }

    private boolean isEntity(int index) {
        String text = rich.text();
        if (text.charAt(index) != '&' || index + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(index + 1);
        return next == '#' || Character.isLetter(next);
    }

    /** "1. " at a line's start would begin a list: the point is escaped when it comes. */
    private void escapeListNumber(int index) {
        String text = rich.text();
        int at = index + 1;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        boolean list = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ')');
        if (list && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)))) {
            listPoint = at;
        }
    }

    /** A fence of {@code mark}s, at least {@code least} long, that does not occur in the text. */
    static String fence(String text, char mark, int least) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == mark ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return String.valueOf(mark).repeat(Math.max(least, longest + 1));
    }
}
