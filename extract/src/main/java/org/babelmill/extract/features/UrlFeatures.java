package org.babelmill.extract.features;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.babelmill.extract.text.Ascii;
import org.babelmill.extract.url.PageAddress;

/** What a page's address says about its kind. */
final class UrlFeatures {

    private static final List<String> KINDS =
            List.of("forum", "product", "listing", "collection", "documentation", "service", "article");

    private static final Map<String, Integer> WORDS = words();

    private final FeatureTable table;
    private final int depth;
    private final int length;
    private final int digits;
    private final int digitRun;
    private final int hyphens;
    private final int root;
    private final int query;
    private final int slash;
    private final int html;
    private final int year;
    private final int[] inPath = new int[KINDS.size()];
    private final int[] inHost = new int[KINDS.size()];

    UrlFeatures(FeatureTable table) {
        this.table = table;
        depth = table.declare("url-depth");
        length = table.declare("url-length");
        digits = table.declare("url-digits");
        digitRun = table.declare("url-digit-run");
        hyphens = table.declare("url-hyphens");
        root = table.declare("url-root");
        query = table.declare("url-query");
        slash = table.declare("url-ends-with-slash");
        html = table.declare("url-html");
        year = table.declare("url-year");
        for (int i = 0; i < inPath.length; i++) {
            inPath[i] = table.declare("url-path-" + KINDS.get(i));
            inHost[i] = table.declare("url-host-" + KINDS.get(i));
        }
    }

    /** By word, the kinds of pages that it speaks for, as bits by their place in {@link #KINDS}. */
    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        put(words, "forum", "forum forums thread threads topic topics viewtopic showthread discussion discussions");
        put(words, "forum", "question questions community board boards bbs t viewforum comments answers qna tid msg");
        put(words, "product", "product products dp item shop store buy prod sku p");
        put(
                words,
                "listing",
                "category categories tag tags list search browse archive archives directory jobs listings");
        put(words, "listing", "index results catalog genre");
        put(words, "collection", "collection collections shop gallery portfolio cat department all range");
        put(
                words,
                "documentation",
                "docs doc documentation api reference guide guides manual wiki help learn tutorial");
        put(words, "documentation", "tutorials handbook man support kb readme");
        put(words, "service", "service services solution solutions about pricing features platform company industries");
        put(words, "service", "contact");
        put(words, "article", "news article articles blog blogs post posts story stories politics sport sports world");
        put(words, "article", "business opinion politik artikel noticias detail content");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Integer> words, String kind, String line) {
        int bit = 1 << KINDS.indexOf(kind);
        for (String word : line.split(" ")) {
            words.merge(word, bit, (a, b) -> a | b);
        }
    }

    void fill(String url) {
        PageAddress address = PageAddress.of(url);
        String path = address.path();
        table.set(length, 0, path.length());
        table.set(root, 0, path.length() <= 1 ? 1 : 0);
        table.set(query, 0, address.query().isEmpty() ? 0 : 1);
        table.set(slash, 0, path.endsWith("/") ? 1 : 0);
        table.set(html, 0, path.endsWith("html") || path.endsWith("htm") ? 1 : 0);
        characters(path);
        Set<String> words = tokens(path + '/' + address.query());
        count(words, inPath);
        count(tokens(address.host()), inHost);
        boolean dated = false;
        for (String word : words) {
            dated |= isYear(word);
        }
        table.set(year, 0, dated ? 1 : 0);
    }

    private void characters(String path) {
        int steps = 0;
        int digit = 0;
        int hyphen = 0;
        int run = 0;
        int longest = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            steps += c == '/' && i < path.length() - 1 ? 1 : 0;
            hyphen += c == '-' ? 1 : 0;
            digit += isDigit ? 1 : 0;
            run = isDigit ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        table.set(depth, 0, steps);
        table.set(digits, 0, digit);
        table.set(digitRun, 0, longest);
        table.set(hyphens, 0, hyphen);
    }

    private static boolean isYear(String word) {
        return word.length() == 4 && (word.startsWith("20") || word.startsWith("19"));
    }

    /** Sets for each kind how many of the words speak for it. */
    private void count(Set<String> words, int[] columns) {
        int[] counts = new int[columns.length];
        for (String word : words) {
            int kinds = WORDS.getOrDefault(word, 0);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += (kinds >>> i) & 1;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            table.set(columns[i], 0, counts[i]);
        }
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new HashSet<>();
        String lower = Ascii.lower(text);
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Ascii.isAlphanumeric(lower.charAt(i))) {
                if (i > from) {
                    tokens.add(lower.substring(from, i));
                }
                from = i + 1;
            }
        }
        return tokens;
    }
}
