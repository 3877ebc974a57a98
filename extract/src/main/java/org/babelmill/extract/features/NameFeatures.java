package org.babelmill.extract.features;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.extract.page.PageOutline;
import org.babelmill.extract.page.Tags;
import org.babelmill.extract.page.Vocabulary;

/** What the names of the elements around a block say, and which elements they are. */
final class NameFeatures {

    private static final String[] ON_PAGE = {
        "comment", "forum", "product", "qa", "card", "documentation", "articlebody", "review", "service", "article"
    };

    /** The key of 1; that of 0 is 0. */
    private static final int ONE = FeatureTable.key(1);

    /** A column that holds one bit of a number. */
    private record Bit(int bit, int column) {}

    private final FeatureTable table;
    private final List<Bit> around = new ArrayList<>();
    private final List<Bit> near = new ArrayList<>();
    private final List<Bit> tags = new ArrayList<>();
    private final List<Bit> page = new ArrayList<>();
    private final int hidden;
    private final int ariaHidden;

    NameFeatures(FeatureTable table) {
        this.table = table;
        List<String> categories = Vocabulary.standard().categories();
        for (int i = 0; i < categories.size(); i++) {
            add(around, i, "around-" + categories.get(i));
            add(near, i, "near-" + categories.get(i));
        }
        for (int tag = 1; tag <= Tags.NOSCRIPT; tag++) {
            add(tags, tag, "in-tag-" + tag);
        }
        for (String name : ON_PAGE) {
            add(page, categories.indexOf(name), "on-page-" + name);
        }
        hidden = table.declare("hidden");
        ariaHidden = table.declare("aria-hidden");
    }

    private void add(List<Bit> bits, int bit, String name) {
        int column = table.declare(name);
        if (column != FeatureTable.UNWANTED) {
            bits.add(new Bit(bit, column));
        }
    }

    void fill(PageFacts facts) {
        PageOutline outline = facts.page;
        for (int b = 0; b < facts.blocks; b++) {
            int owner = outline.owner(b);
            int parent = outline.parent(owner);
            long own = outline.inlineCategories(b);
            set(around, b, facts.names[owner] | own);
            set(near, b, outline.categories(owner) | own | (parent < 0 ? 0 : outline.categories(parent)));
            set(tags, b, facts.tags[owner]);
            table.set(hidden, b, facts.flags[owner] & PageOutline.HIDDEN);
            table.set(ariaHidden, b, (facts.flags[owner] & PageOutline.ARIA_HIDDEN) >> 1);
        }
        for (Bit bit : page) {
            table.fill(bit.column(), elementsNamed(facts, bit.bit()));
        }
    }

    private void set(List<Bit> bits, int block, long value) {
        for (int i = 0; i < bits.size(); i++) {
            Bit bit = bits.get(i);
            table.setKey(bit.column(), block, ((int) (value >>> bit.bit()) & 1) * ONE);
        }
    }

    private static int elementsNamed(PageFacts facts, int category) {
        int count = 0;
        for (int e = 0; e < facts.page.elements(); e++) {
            boolean named = ((facts.page.categories(e) >>> category) & 1) != 0;
            count += named && facts.wordsOf(e) > 0 ? 1 : 0;
        }
        return count;
    }
}
