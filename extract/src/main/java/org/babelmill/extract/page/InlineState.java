package org.babelmill.extract.page;

/** What the inline elements around the current place say. */
final class InlineState {

    long categories;
    long tags;
    int linkDepth;

    void reset() {
        categories = 0;
        tags = 0;
        linkDepth = 0;
    }
}
