package org.babelmill.jobs.dedup;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The result: one row for each document that has a twin. */
public final class ClusterColumns {

    /** Key of the document. */
    public static final String KEY = "key";
    /** Its id. */
    public static final String ID = "id";
    /** Its language. */
    public static final String LANGUAGE = "language";
    /** Name of the cluster: the smallest id of its members. */
    public static final String CLUSTER = "cluster";
    /** Id of the member that stays. */
    public static final String SURVIVOR = "survivor";
    /** Whether this document is the one that stays. */
    public static final String KEEP = "keep";
    /** Number of members, 2 at least. */
    public static final String SIZE = "size";
    /** Estimated Jaccard similarity to the survivor, 1 for equal texts; 0 too when a text is too short for an estimate. */
    public static final String SIMILARITY = "similarity";
    /** Why it is a duplicate of the survivor, see {@link Link}; empty for the survivor. */
    public static final String LINK = "link";
    /** Earliest fetch of a member; empty when none has a date. */
    public static final String FIRST_SEEN = "first_seen";
    /** Latest fetch of a member; empty when none has a date. */
    public static final String LAST_SEEN = "last_seen";
    /** Number of different hosts of the members. */
    public static final String HOSTS = "hosts";
    /** Number of different crawls of the members. */
    public static final String DUMPS = "dumps";

    /** The columns, in order. */
    public static final StructType SCHEMA = new StructType()
            .add(KEY, DataTypes.LongType, false)
            .add(ID, DataTypes.StringType, false)
            .add(LANGUAGE, DataTypes.StringType, false)
            .add(CLUSTER, DataTypes.StringType, false)
            .add(SURVIVOR, DataTypes.StringType, false)
            .add(KEEP, DataTypes.BooleanType, false)
            .add(SIZE, DataTypes.LongType, false)
            .add(SIMILARITY, DataTypes.DoubleType, false)
            .add(LINK, DataTypes.StringType, false)
            .add(FIRST_SEEN, DataTypes.StringType, false)
            .add(LAST_SEEN, DataTypes.StringType, false)
            .add(HOSTS, DataTypes.LongType, false)
            .add(DUMPS, DataTypes.LongType, false);

    private ClusterColumns() {}

    /** What makes a document a duplicate of its survivor; in the table in lower case. */
    public enum Link {
        /** An older capture of an address whose newest capture is in the cluster. */
        URL,
        /** The same simplified text as the survivor's. */
        EXACT,
        /** Similar texts, directly or through others. */
        NEAR
    }
}
