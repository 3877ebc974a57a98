package org.babelmill.extract.features;

import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;

/** What a page's text is like: length, links, punctuation, prices, questions. */
final class TextFeatures {

    private static final int LONG_BLOCK = 25;
    private static final int SHORT_BLOCK = 5;
    private static final String[] NAMES = {
        "words", "blocks", "link-share", "stop-rate", "comma-rate", "in-long-blocks", "in-paragraphs", "in-items",
        "in-cells", "in-headings", "headings", "digit-rate", "longest-block", "prices", "questions", "times",
        "short-blocks", "in-preformatted", "words-a-block", "unspaced"
    };

    private final FeatureTable table;
    private final int[] columns = new int[NAMES.length];
    private final double[] values = new double[NAMES.length];

    TextFeatures(FeatureTable table) {
        this.table = table;
        for (int i = 0; i < NAMES.length; i++) {
            columns[i] = table.declare("text-" + NAMES[i]);
        }
    }

    void fill(PageFacts facts) {
        Arrays.fill(values, 0);
        for (int b = 0; b < facts.blocks; b++) {
            block(facts, b);
        }
        characters(facts.page);
        double words = facts.words;
        double blocks = Math.max(1, facts.blocks);
        values[0] = words;
        values[1] = facts.blocks;
        values[2] = facts.linkDensity;
        values[3] = facts.sums.stops(0, facts.blocks) / words;
        values[4] = facts.sums.commas(0, facts.blocks) / words;
        for (int share : new int[] {5, 6, 7, 8, 9, 11, 12, 17}) {
            values[share] /= words;
        }
        values[16] /= blocks;
        values[18] = words / blocks;
        values[19] = facts.unspacedShare;
        for (int i = 0; i < columns.length; i++) {
            table.set(columns[i], 0, values[i]);
        }
    }

    private void block(PageFacts facts, int b) {
        PageOutline page = facts.page;
        int words = page.words(b);
        int tag = page.tag(page.owner(b));
        values[5] += words > LONG_BLOCK ? words : 0;
        values[6] += tag == Tags.P ? words : 0;
        values[7] += facts.isInside(b, Tags.LI) ? words : 0;
        values[8] += facts.isInside(b, Tags.TD) ? words : 0;
        values[9] += Tags.isHeading(tag) ? words : 0;
        values[10] += Tags.isHeading(tag) ? 1 : 0;
        values[11] += page.digitWords(b);
        values[12] = Math.max(values[12], words);
        values[15] += (page.inlineTags(b) >>> Tags.TIME) & 1;
        values[16] += words < SHORT_BLOCK ? 1 : 0;
        values[17] += tag == Tags.PRE ? words : 0;
    }

    private void characters(PageOutline page) {
        char[] text = page.text();
        for (int i = 0; i < page.textLength(); i++) {
            char c = text[i];
            if (c == '?' || c == '\uFF1F' || c == '\u061F') {
                values[14]++;
            } else if (isCurrency(c)) {
                values[13]++;
            }
        }
    }

    /** The signs of dollar, pound, yen, euro, rupee, rouble, won and lira. */
    private static boolean isCurrency(char c) {
        return switch (c) {
            case '$', 0xA3, 0xA5, 0x20AC, 0x20B9, 0x20BD, 0x20A9, 0x20BA -> true;
            default -> false;
        };
    }
}
