package org.babelmill.jobs.calibrate;

import java.io.Serializable;
import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * A file of reference text.
 *
 * @param uri where it is
 * @param form how it is read
 * @param language language of all of its documents; empty where each says its own
 */
record ReferenceFile(String uri, Form form, String language) implements Serializable {

    /** Forms of reference text. */
    enum Form {
        /** JSON lines with text and language. */
        JSONL,
        /** Parquet with the columns text and language. */
        PARQUET,
        /** Documents parted by blank lines. */
        PLAIN,
        /** A MediaWiki export. */
        WIKIPEDIA
    }

    /** The language of all documents, where it is known. */
    Optional<LanguageTag> tag() {
        return language.isEmpty() ? Optional.empty() : Optional.of(LanguageTag.parse(language));
    }
}
