package org.babelmill.extract;

import org.babelmill.extract.ExtractedDocument.Encoding;
import org.babelmill.extract.ExtractedDocument.Evidence;
import org.babelmill.extract.content.PageType;
import org.babelmill.extract.tree.DocumentTree;

/**
 * What was read from a record's content, before it is rendered.
 *
 * @param cut whether a limit cut the content
 */
record Draft(
        DocumentTree tree,
        PageType type,
        Degradation degradation,
        double confidence,
        Encoding encoding,
        Evidence evidence,
        boolean cut) {}
