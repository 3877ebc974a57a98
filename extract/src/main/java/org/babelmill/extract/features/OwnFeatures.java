package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.text.CharClass;

/** What a block shows by itself: length, links, punctuation, place. */
final class OwnFeatures {

    private static final int[] STYLES = {Tags.A, Tags.STRONG, Tags.EMPHASIS, Tags.CODE, Tags.TIME, Tags.SMALL};

    private final FeatureTable table;
    private final int words;
    private final int linkShare;
    private final int links;
    private final int stops;
    private final int commas;
    private final int stopRate;
    private final int commaRate;
    private final int digits;
    private final int lengthOfWord;
    private final int firstCase;
    private final int endsSentence;
    private final int endsColon;
    private final int lines;
    private final int wordPosition;
    private final int blockPosition;
    private final int fromStart;
    private final int fromEnd;
    private final int depth;
    private final int tag;
    private final int[] styles = new int[STYLES.length];

    OwnFeatures(FeatureTable table) {
        this.table = table;
        words = table.declare("words");
        linkShare = table.declare("link-share");
        links = table.declare("links");
        stops = table.declare("stops");
        commas = table.declare("commas");
        stopRate = table.declare("stop-rate");
        commaRate = table.declare("comma-rate");
        digits = table.declare("digit-rate");
        lengthOfWord = table.declare("word-length");
        firstCase = table.declare("first-case");
        endsSentence = table.declare("ends-sentence");
        endsColon = table.declare("ends-colon");
        lines = table.declare("lines");
        wordPosition = table.declare("word-position");
        blockPosition = table.declare("block-position");
        fromStart = table.declare("from-start");
        fromEnd = table.declare("from-end");
        depth = table.declare("depth");
        tag = table.declare("owner-tag");
        for (int i = 0; i < STYLES.length; i++) {
            styles[i] = table.declare("style-" + STYLES[i]);
        }
    }

    void fill(PageFacts facts) {
        for (int b = 0; b < facts.blocks; b++) {
            counts(facts, b);
            text(facts.page, b);
            place(facts, b);
        }
    }

    private void counts(PageFacts facts, int b) {
        PageOutline page = facts.page;
        double all = Math.max(1, page.words(b));
        table.set(words, b, page.words(b));
        table.set(linkShare, b, facts.linkShare(b));
        table.set(links, b, page.links(b));
        table.set(stops, b, page.stops(b));
        table.set(commas, b, page.commas(b));
        table.set(stopRate, b, page.stops(b) / all);
        table.set(commaRate, b, page.commas(b) / all);
        table.set(digits, b, page.digitWords(b) / all);
        table.set(lengthOfWord, b, (page.textEnd(b) - page.textStart(b)) / all);
        long inline = page.inlineTags(b);
        for (int i = 0; i < STYLES.length; i++) {
            table.set(styles[i], b, (int) (inline >>> STYLES[i]) & 1);
        }
    }

    private void text(PageOutline page, int b) {
        char[] text = page.text();
        char first = text[page.textStart(b)];
        char last = text[page.textEnd(b) - 1];
        table.set(firstCase, b, Character.isUpperCase(first) ? 1 : Character.isLowerCase(first) ? -1 : 0);
        table.set(endsSentence, b, CharClass.of(last) == CharClass.STOP ? 1 : 0);
        table.set(endsColon, b, last == ':' || last == '\uFF1A' ? 1 : 0);
        int breaks = 0;
        for (int i = page.textStart(b); i < page.textEnd(b); i++) {
            breaks += text[i] == '\n' ? 1 : 0;
        }
        table.set(lines, b, breaks);
    }

    private void place(PageFacts facts, int b) {
        int owner = facts.page.owner(b);
        table.set(wordPosition, b, (double) facts.sums.words(0, b) / facts.words);
        table.set(blockPosition, b, (double) b / facts.blocks);
        table.set(fromStart, b, b);
        table.set(fromEnd, b, facts.blocks - b);
        table.set(depth, b, facts.page.depth(owner));
        table.set(tag, b, facts.page.tag(owner));
    }
}
