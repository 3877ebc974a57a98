package org.babelmill.bench.extract;

import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;

/**
 * What is known of a page's blocks.
 *
 * @param share how much of a block is main text, 0 to 1; -1 when that is unknown
 * @param weight how much a block counts: its words, so that every page counts alike
 * @param words tokens of a block
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BlockLabels(float[] share, float[] weight, int[] words) {

    private static final float SNIPPET_WEIGHT = 0.05f;
    private static final int LEAST_WORDS = 20;
    private static final int MIN_CHARS = 3;

    static BlockLabels of(GoldPage page, PageOutline outline, ScorerTokens tokenizer) {
        int blocks = outline.blocks();
        int[][] tokens = new int[blocks][];
        int[] words = new int[blocks];
        for (int b = 0; b < blocks; b++) {
            tokens[b] = tokenizer.of(outline.text(b));
            words[b] = tokens[b].length;
        }
        return page.text().isPresent()
                ? aligned(tokens, words, tokenizer.of(page.text().get()))
                : bySnippets(page, outline, words);
    }

    private static BlockLabels aligned(int[][] tokens, int[] words, int[] gold) {
        int[] all = Arrays.stream(tokens).flatMapToInt(Arrays::stream).toArray();
        boolean[] matched = Alignment.matched(all, gold);
        float[] share = new float[words.length];
        float[] weight = new float[words.length];
        double size = Math.sqrt((double) Math.max(LEAST_WORDS, gold.length) * Math.max(LEAST_WORDS, all.length));
        int at = 0;
        for (int b = 0; b < words.length; b++) {
            int hits = 0;
            for (int i = 0; i < words[b]; i++) {
                hits += matched[at++] ? 1 : 0;
            }
            share[b] = words[b] == 0 ? 0 : (float) hits / words[b];
            weight[b] = (float) (words[b] / size);
        }
        return new BlockLabels(share, weight, words);
    }

    private static BlockLabels bySnippets(GoldPage page, PageOutline outline, int[] words) {
        float[] share = new float[words.length];
        float[] weight = new float[words.length];
        for (int b = 0; b < words.length; b++) {
            String text = squeeze(outline.text(b));
            share[b] = -1;
            if (text.length() < MIN_CHARS) {
                continue;
            }
            if (page.unwanted().stream().anyMatch(snippet -> overlaps(text, squeeze(snippet)))) {
                share[b] = 0;
            }
            if (page.wanted().stream().anyMatch(snippet -> overlaps(text, squeeze(snippet)))) {
                share[b] = 1;
            }
            weight[b] = share[b] < 0 ? 0 : SNIPPET_WEIGHT;
        }
        return new BlockLabels(share, weight, words);
    }

    private static boolean overlaps(String text, String snippet) {
        return text.contains(snippet) || (snippet.contains(text) && text.length() * 2 > snippet.length());
    }

    static String squeeze(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }
}
