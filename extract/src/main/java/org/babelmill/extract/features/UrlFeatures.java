package org.babelmill.extract.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.extract.text.Ascii;
import org.babelmill.extract.url.PageAddress;

/** What a page's address says about its kind. */
final class UrlFeatures {

    private static final Map<String, List<String>> WORDS = words();

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
    private final int[] inPath = new int[WORDS.size()];
    private final int[] inHost = new int[WORDS.size()];

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
        int i = 0;
        for (String kind : WORDS.keySet()) {
            inPath[i] = table.declare("url-path-" + kind);
            inHost[i++] = table.declare("url-host-" + kind);
        }
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        put(
                words,
                "forum",
                "forum forums thread threads topic topics viewtopic showthread discussion discussions question");
        put(words, "forum", "questions community board boards bbs t viewforum comments answers qna tid msg");
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
        return words;
    }

    private static void put(Map<String, List<String>> words, String kind, String line) {
        List<String> more = List.of(line.split(" "));
        words.merge(kind, more, (a, b) -> {
            List<String> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        });
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
        Set<String> host = tokens(address.host());
        int i = 0;
        for (List<String> kind : WORDS.values()) {
            table.set(inPath[i], 0, count(kind, words));
            table.set(inHost[i++], 0, count(kind, host));
        }
        table.set(year, 0, words.stream().anyMatch(UrlFeatures::isYear) ? 1 : 0);
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

    private static int count(List<String> words, Set<String> present) {
        int count = 0;
        for (String word : words) {
            count += present.contains(word) ? 1 : 0;
        }
        return count;
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new TreeSet<>();
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
