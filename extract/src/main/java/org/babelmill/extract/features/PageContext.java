package org.babelmill.extract.features;

import static java.util.Objects.requireNonNull;

import org.babelmill.extract.evidence.PageMetadata;

/**
 * What is known of a page besides its blocks.
 *
 * @param url empty when unknown
 */
public record PageContext(String url, PageMetadata metadata) {

    public PageContext {
        requireNonNull(url, "url");
        requireNonNull(metadata, "metadata");
    }
}
