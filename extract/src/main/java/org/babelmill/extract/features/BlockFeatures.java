package org.babelmill.extract.features;

import java.util.function.Predicate;
import org.babelmill.extract.page.PageOutline;

/**
 * Fills the table of what is known of every block of a page. All of it takes a few passes over blocks and elements, so
 * the work is in proportion to the page. Not thread-safe.
 */
public final class BlockFeatures {

    private final FeatureTable table;
    private final PageFacts facts = new PageFacts();
    private final OwnFeatures own;
    private final NeighbourFeatures neighbours;
    private final AncestorFeatures ancestors;
    private final NameFeatures nameBits;
    private final WeightFeatures weights;
    private final LookFeatures looks;
    private final WholeFeatures whole;
    private final HeadingFeatures headings;
    private final CandidateFeatures candidates;

    /**
     * @param wanted names of the features that are to be kept
     * @param names weights of the words in names of elements
     * @param words weights of the words of short blocks
     */
    public BlockFeatures(Predicate<String> wanted, TokenWeights names, TokenWeights words) {
        table = new FeatureTable(wanted);
        own = new OwnFeatures(table);
        neighbours = new NeighbourFeatures(table);
        ancestors = new AncestorFeatures(table);
        nameBits = new NameFeatures(table);
        weights = new WeightFeatures(table, names, words);
        looks = new LookFeatures(table);
        whole = new WholeFeatures(table);
        headings = new HeadingFeatures(table);
        candidates = new CandidateFeatures(table);
    }

    /** The table, for more columns to be declared, and to be read after {@link #fill}. */
    public FeatureTable table() {
        return table;
    }

    /** Fills the table for a page. */
    public void fill(PageOutline page, PageContext context) {
        facts.of(page, context);
        table.begin(facts.blocks);
        own.fill(facts);
        neighbours.fill(facts);
        ancestors.fill(facts);
        nameBits.fill(facts);
        weights.fill(facts);
        looks.fill(facts);
        whole.fill(facts);
        headings.fill(facts);
        candidates.fill(facts);
    }
}
