package org.babelmill.extract.pdf;

import static java.util.Objects.requireNonNull;

import org.babelmill.extract.tree.DocumentTree;

/** What was read from a PDF. */
public record PdfText(DocumentTree tree, PdfFacts facts) {

    public PdfText {
        requireNonNull(tree, "tree");
        requireNonNull(facts, "facts");
    }
}
