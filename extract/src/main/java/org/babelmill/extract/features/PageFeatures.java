package org.babelmill.extract.features;

import java.util.function.Predicate;
import org.babelmill.extract.page.PageOutline;

/** Fills a table of one row with what tells the kind of a page. Not thread-safe. */
public final class PageFeatures {

    private final FeatureTable table;
    private final PageFacts facts = new PageFacts();
    private final UrlFeatures url;
    private final DeclaredFeatures declared;
    private final ShapeFeatures shape;
    private final TextFeatures text;

    /** @param wanted names of the features that are to be kept */
    public PageFeatures(Predicate<String> wanted) {
        table = new FeatureTable(wanted);
        url = new UrlFeatures(table);
        declared = new DeclaredFeatures(table);
        shape = new ShapeFeatures(table);
        text = new TextFeatures(table);
    }

    /** The table; its one row is read after {@link #fill}. */
    public FeatureTable table() {
        return table;
    }

    /** Fills the table for a page. */
    public void fill(PageOutline page, PageContext context) {
        facts.of(page, context);
        table.begin(1);
        url.fill(context.url());
        declared.fill(context.metadata());
        shape.fill(facts);
        text.fill(facts);
    }
}
