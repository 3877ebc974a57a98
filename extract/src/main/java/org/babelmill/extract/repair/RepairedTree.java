package org.babelmill.extract.repair;

import static java.util.Objects.requireNonNull;

import org.babelmill.extract.tree.DocumentTree;

/**
 * A document after repair.
 *
 * @param tree the same instance that came in when there was nothing to repair
 * @param places number of places that were changed
 */
public record RepairedTree(DocumentTree tree, int places) {

    public RepairedTree {
        requireNonNull(tree, "tree");
    }
}
