package org.babelmill.extract.page;

/** What is counted while the text of one block comes in. */
final class BlockCounts {

    int words;
    int linkWords;
    int links;
    int stops;
    int commas;
    int digitWords;
    long inlineCategories;
    long inlineTags;

    void reset() {
        words = 0;
        linkWords = 0;
        links = 0;
        stops = 0;
        commas = 0;
        digitWords = 0;
        inlineCategories = -1;
        inlineTags = -1;
    }
}
