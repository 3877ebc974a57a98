package org.babelmill.quality.reference;

import java.io.IOException;
import java.io.InputStream;
import org.babelmill.pipeline.language.LanguageTag;

/** A way to read documents with their language from a stream. */
public interface ReferenceText {

    /** Takes the documents. */
    @FunctionalInterface
    interface Sink {

        /** Takes a document. */
        void accept(LanguageTag tag, String text);
    }

    /**
     * Reads all documents, in order.
     *
     * @param source name of the stream in messages
     * @throws IOException when the stream cannot be read or is not of this form; the message says where
     */
    void read(String source, InputStream in, Sink sink) throws IOException;
}
