package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;

/** How contents are numbered: see the package comment. */
public final class Nodes {

    private Nodes() {}

    /** Keeps languages apart: their hash is mixed into whatever is compared. */
    static Column language() {
        return xxhash64(col(DedupView.LANGUAGE));
    }

    /** The node of a document's content. */
    public static Column node() {
        return col(DedupView.FINGERPRINT_LOW).bitwiseXOR(language());
    }
}
