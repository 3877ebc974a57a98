package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.page.Vocabulary;

/** The element that its name or kind says to be the content, weighed by how much of the page's text it holds. */
final class NamedContainer {

    private final long articleBody = bits("articlebody");
    private final long body = bits("body");
    private final long article = bits("article", "entry");
    private final long main = bits("main");
    private final long other = bits("comment", "sidebar", "footer", "nav", "related", "ad");

    private static long bits(String... categories) {
        long result = 0;
        for (String category : categories) {
            result |= Vocabulary.standard().bit(category);
        }
        return result;
    }

    /** The element, or -1 when none has such a name. */
    int find(PageFacts facts) {
        int found = -1;
        double best = 0;
        for (int e = 1; e < facts.page.elements(); e++) {
            double weight = weight(facts.page, e);
            if (weight == 0 || (facts.names[e] & other) != 0) {
                continue;
            }
            double share = (double) facts.wordsOf(e) / facts.words;
            double links = facts.sums.linkDensity(facts.page.firstBlock(e), facts.page.endBlock(e));
            double value = weight * Math.sqrt(share) * (1 - links);
            if (value > best) {
                best = value;
                found = e;
            }
        }
        return found;
    }

    private double weight(PageOutline page, int e) {
        long names = page.categories(e);
        int tag = page.tag(e);
        double weight = tag == Tags.ARTICLE ? 2 : tag == Tags.MAIN ? 1.5 : 0;
        weight += (names & articleBody) != 0 ? 4 : 0;
        weight += (names & body) != 0 ? 1.5 : 0;
        weight += (names & article) != 0 ? 1.5 : 0;
        return weight + ((names & main) != 0 ? 0.7 : 0);
    }
}
