package org.babelmill.jobs.table;

import static org.babelmill.jobs.table.ColumnType.Scalar.BOOLEAN;
import static org.babelmill.jobs.table.ColumnType.Scalar.DOUBLE;
import static org.babelmill.jobs.table.ColumnType.Scalar.LONG;
import static org.babelmill.jobs.table.ColumnType.Scalar.STRING;

import java.util.List;

/** The {@code clusters} table: one row for each document that has a duplicate, in the order of {@code documents}. */
public final class ClustersTable {

    /** Its columns. */
    public static final TableSchema SCHEMA = new TableSchema(
            "clusters",
            1,
            List.of(
                    Column.of("id", STRING, "Document id."),
                    Column.of("key", LONG, "Document key of this run."),
                    Column.lookup("cluster", "Id of the cluster: the smallest of its members' ids."),
                    Column.of("keep", BOOLEAN, "Whether this member stays."),
                    Column.of("survivor", STRING, "Id of the member that stays."),
                    Column.of("size", LONG, "Members, this one included."),
                    Column.of("similarity", DOUBLE, "Estimated Jaccard similarity to the survivor, 0 to 1."),
                    Column.of("link", STRING, "What linked it first: url, exact or near."),
                    Column.of("first_seen", STRING, "Earliest fetch of a member, empty when unknown."),
                    Column.of("last_seen", STRING, "Latest fetch of a member, empty when unknown."),
                    Column.of("hosts", LONG, "Different hosts of the members."),
                    Column.of("dumps", LONG, "Different crawls of the members.")));

    private ClustersTable() {}
}
