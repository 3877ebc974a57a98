package org.babelmill.extract.content;

import java.util.Locale;

/** What kind of page it is, as far as that decides which of its blocks are content. */
public enum PageType {
    /** News, blog posts, essays: one text. */
    ARTICLE,
    /** Threads, questions and answers: texts of many people. */
    FORUM,
    /** One product with description and data. */
    PRODUCT,
    /** Lists of things of one kind. */
    LISTING,
    /** Collections of articles or works: front pages, categories. */
    COLLECTION,
    /** Manuals and references. */
    DOCUMENTATION,
    /** What a company or institution offers. */
    SERVICE;

    /** The name used in tables: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
