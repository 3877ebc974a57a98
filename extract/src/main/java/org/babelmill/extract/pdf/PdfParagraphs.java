package org.babelmill.extract.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.babelmill.extract.text.CharClass;

/**
 * Makes paragraphs of the lines of a PDF: lines that stand on many pages at top or bottom are left out, lines of one
 * paragraph are joined, also across pages, and words that a hyphen parts at a line's end are put together where the
 * document does not write them with the hyphen elsewhere.
 */
final class PdfParagraphs {

    static final char SOFT_HYPHEN = 0xAD;

    private static final int EDGE_LINES = 2;
    private static final int MIN_REPEATS = 3;

    private final Set<String> words = new HashSet<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean pendingEnd;

    private PdfParagraphs() {}

    static List<String> of(List<List<String>> pages) {
        PdfParagraphs result = new PdfParagraphs();
        pages.forEach(page -> page.forEach(result::learn));
        Set<String> repeated = repeated(pages);
        for (List<String> page : pages) {
            result.page(page, repeated);
        }
        result.end();
        return result.paragraphs;
    }

    /** Lines at the edges of pages that, but for digits, come back on at least three pages and every other page. */
    private static Set<String> repeated(List<List<String>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        for (List<String> page : pages) {
            edges(page).forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        Set<String> result = new HashSet<>();
        counts.forEach((line, count) -> {
            if (count >= MIN_REPEATS && count * 3 >= pages.size()) {
                result.add(line);
            }
        });
        return result;
    }

    private static Set<String> edges(List<String> page) {
        List<String> lines = page.stream().filter(line -> !line.isEmpty()).toList();
        Set<String> edges = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i < EDGE_LINES || i >= lines.size() - EDGE_LINES) {
                edges.add(withoutDigits(lines.get(i)));
            }
        }
        return edges;
    }

    private static String withoutDigits(String line) {
        StringBuilder result = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            result.append(Character.isDigit(line.charAt(i)) ? '0' : line.charAt(i));
        }
        return result.toString().replaceAll("0+", "0");
    }

    private void learn(String line) {
        for (String word : line.split(" ")) {
            words.add(bare(word));
        }
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        return word.substring(from, to);
    }

    private void page(List<String> lines, Set<String> repeated) {
        Set<String> edges = edges(lines);
        for (String raw : lines) {
            String line = raw.strip();
            String form = withoutDigits(raw);
            if (line.isEmpty()) {
                endUnlessOpen();
            } else if (!(repeated.contains(form) && edges.contains(form))) {
                append(line);
            }
        }
        endUnlessOpen();
    }

    /** An empty line or a page's end only ends a paragraph whose sentence has ended. */
    private void endUnlessOpen() {
        if (current.length() == 0) {
            return;
        }
        char last = current.charAt(current.length() - 1);
        boolean open = last == '-' || last == SOFT_HYPHEN || last == ',' || Character.isLowerCase(last);
        if (!open || current.length() < 60) {
            end();
        } else {
            pendingEnd = true;
        }
    }

    private void append(String line) {
        if (pendingEnd && !Character.isLowerCase(line.codePointAt(0))) {
            end();
        }
        pendingEnd = false;
        if (current.length() == 0) {
            current.append(line);
            return;
        }
        char last = current.charAt(current.length() - 1);
        if (isHyphen(last) && current.length() > 1 && Character.isLetter(current.charAt(current.length() - 2))) {
            joinWord(line);
        } else if (CharClass.of(last) == CharClass.LONE || CharClass.of(line.charAt(0)) == CharClass.LONE) {
            current.append(line);
        } else {
            current.append(' ').append(line);
        }
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == SOFT_HYPHEN || c == 0x2010;
    }

    private void joinWord(String line) {
        int from = current.lastIndexOf(" ") + 1;
        String first = current.substring(from, current.length() - 1);
        int space = line.indexOf(' ');
        String second = space < 0 ? line : line.substring(0, space);
        boolean soft = current.charAt(current.length() - 1) == SOFT_HYPHEN;
        boolean written = words.contains(bare(first + "-" + second)) && !words.contains(bare(first + second));
        boolean lower = Character.isLowerCase(line.codePointAt(0));
        if (soft || (lower && !written)) {
            current.setLength(current.length() - 1);
        }
        current.append(line);
    }

    private void end() {
        pendingEnd = false;
        String text =
                current.toString().replace(String.valueOf(SOFT_HYPHEN), "").strip();
        if (!text.isEmpty()) {
            paragraphs.add(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        current.setLength(0);
    }
}
