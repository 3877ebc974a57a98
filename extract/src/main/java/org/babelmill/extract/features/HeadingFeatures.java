package org.babelmill.extract.features;

import java.util.Arrays;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;

/** Where a block stands to the headings and to the line that repeats the page's title. */
final class HeadingFeatures {

    private static final int NONE = 1000;
    private static final int FAR = 500;
    private static final int MAX_TITLE_WORDS = 40;
    private static final double LEAST_SIMILARITY = 0.3;
    private static final double HEADING_BONUS = 0.2;

    private final FeatureTable table;
    private final int similarity;
    private final int behindTitle;
    private final int behindHeading;
    private final int level;
    private final int behindFirst;
    private final int afterFirst;

    private final WordSet title = new WordSet();
    private final WordSet words = new WordSet();
    private double[] similar = new double[0];

    HeadingFeatures(FeatureTable table) {
        this.table = table;
        similarity = table.declare("title-similarity");
        behindTitle = table.declare("behind-title");
        behindHeading = table.declare("behind-heading");
        level = table.declare("heading-level");
        behindFirst = table.declare("behind-h1");
        afterFirst = table.declare("after-h1");
    }

    void fill(PageFacts facts) {
        int titleBlock = findTitle(facts);
        int first = firstHeading(facts);
        int last = -1;
        int lastLevel = 0;
        for (int b = 0; b < facts.blocks; b++) {
            if (facts.isHeading(b)) {
                last = b;
                lastLevel = facts.page.tag(facts.page.owner(b)) - Tags.H1 + 1;
            }
            table.set(similarity, b, similar[b]);
            table.set(behindTitle, b, titleBlock < 0 ? -NONE : Math.max(-FAR, Math.min(FAR, b - titleBlock)));
            table.set(behindHeading, b, last < 0 ? NONE : b - last);
            table.set(level, b, lastLevel);
            table.set(behindFirst, b, first < 0 ? -NONE : b - first);
            table.set(afterFirst, b, first < 0 ? 0 : b >= first ? 1 : -1);
        }
    }

    private static int firstHeading(PageFacts facts) {
        for (int b = 0; b < facts.blocks; b++) {
            if (facts.page.tag(facts.page.owner(b)) == Tags.H1) {
                return b;
            }
        }
        return -1;
    }

    /** The short block, not a link, that is most like the title; headings come first. */
    private int findTitle(PageFacts facts) {
        PageOutline page = facts.page;
        similar = similar.length < facts.blocks ? new double[facts.blocks * 2] : similar;
        Arrays.fill(similar, 0, facts.blocks, 0);
        char[] text = facts.context.metadata().title().toCharArray();
        title.of(text, 0, text.length);
        int found = -1;
        double best = LEAST_SIMILARITY;
        for (int b = 0; b < facts.blocks && !title.isEmpty(); b++) {
            if (page.words(b) == 0 || page.words(b) > MAX_TITLE_WORDS) {
                continue;
            }
            words.of(page.text(), page.textStart(b), page.textEnd(b));
            similar[b] = words.similarity(title);
            double value = similar[b] + (facts.isHeading(b) ? HEADING_BONUS : 0);
            if (value > best && page.linkWords(b) * 2 < page.words(b)) {
                best = value;
                found = b;
            }
        }
        return found;
    }
}
