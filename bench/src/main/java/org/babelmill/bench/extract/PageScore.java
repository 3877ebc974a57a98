package org.babelmill.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How near a text is to the main text of a page. Precision and recall of 4-grams of words; F1 of the bag of tokens and
 * of the longest common subsequence; counts of snippets.
 *
 * @param full whether the main text is known as a whole; the first four numbers mean nothing otherwise
 * @param hits wanted snippets found
 * @param wrong unwanted snippets found
 * @param missed wanted snippets not found
 */
record PageScore(
        boolean full, double precision, double recall, double bag, double lcs, int hits, int wrong, int missed) {

    private static final int MAX_TOKENS = 60_000;
    private static final int GRAM = 4;

    static PageScore of(GoldPage page, String text, ScorerTokens tokens) {
        String flat = BlockLabels.squeeze(text);
        int hits = (int) page.wanted().stream()
                .filter(s -> flat.contains(BlockLabels.squeeze(s)))
                .count();
        int wrong = (int) page.unwanted().stream()
                .filter(s -> flat.contains(BlockLabels.squeeze(s)))
                .count();
        int missed = page.wanted().size() - hits;
        if (page.text().isEmpty()) {
            return new PageScore(false, 0, 0, 0, 0, hits, wrong, missed);
        }
        Map<String, Integer> gold = grams(page.text().get());
        Map<String, Integer> found = grams(text);
        double common = common(gold, found);
        int[] a = cut(tokens.of(page.text().get()));
        int[] b = cut(tokens.of(text));
        return new PageScore(
                true,
                share(common, sum(found), sum(gold)),
                share(common, sum(gold), sum(found)),
                f1(common(counts(a), counts(b)), a.length, b.length),
                f1(a.length == 0 || b.length == 0 ? 0 : Alignment.length(a, b), a.length, b.length),
                hits,
                wrong,
                missed);
    }

    /** Of nothing, everything is right when nothing was to be found. */
    private static double share(double common, double of, double other) {
        return of == 0 ? (other == 0 ? 1 : 0) : common / of;
    }

    private static double f1(double common, double gold, double found) {
        if (gold == 0) {
            return found == 0 ? 1 : 0;
        }
        return 2 * common / (gold + found);
    }

    private static int[] cut(int[] tokens) {
        return tokens.length > MAX_TOKENS ? Arrays.copyOf(tokens, MAX_TOKENS) : tokens;
    }

    private static Map<Integer, Integer> counts(int[] tokens) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int token : tokens) {
            counts.merge(token, 1, Integer::sum);
        }
        return counts;
    }

    private static Map<String, Integer> grams(String text) {
        List<String> words = words(text);
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; (i == 0 && !words.isEmpty()) || i + GRAM <= words.size(); i++) {
            grams.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + GRAM))), 1, Integer::sum);
        }
        return grams;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean word =
                    at < text.length() && (Character.isLetterOrDigit(text.codePointAt(at)) || text.charAt(at) == '_');
            if (word && from < 0) {
                from = at;
            } else if (!word && from >= 0) {
                words.add(text.substring(from, at));
                from = -1;
            }
        }
        return words;
    }

    private static <T> double common(Map<T, Integer> a, Map<T, Integer> b) {
        double common = 0;
        for (Map.Entry<T, Integer> entry : a.entrySet()) {
            common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
        }
        return common;
    }

    private static double sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
