package org.babelmill.jobs.index;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.babelmill.jobs.dedup.DedupView;

/**
 * Documents by name: a host means those of the hosts below it too, as in a takedown.
 *
 * @param ids document ids
 * @param hosts names of hosts, lower case
 */
record NamedDocuments(Set<String> ids, Set<String> hosts) {

    private static final String NAME = "value";

    /** Those of some documents that are named; one may come twice. */
    Dataset<Row> of(Dataset<Row> documents) {
        return documents
                .join(names(documents, ids), hasId(), "left_semi")
                .union(documents.join(names(documents, hosts), isOfHost(), "left_semi"));
    }

    /** Names that none of some documents has, sorted. */
    List<String> unknown(Dataset<Row> documents) {
        return names(documents, ids)
                .join(documents, hasId(), "left_anti")
                .union(names(documents, hosts).join(documents, isOfHost(), "left_anti"))
                .sort(NAME)
                .as(Encoders.STRING())
                .collectAsList();
    }

    private static Column hasId() {
        return col(DedupView.ID).equalTo(col(NAME));
    }

    private static Column isOfHost() {
        return col(DedupView.HOST).equalTo(col(NAME)).or(col(DedupView.HOST).endsWith(concat(lit("."), col(NAME))));
    }

    private static Dataset<Row> names(Dataset<Row> documents, Set<String> names) {
        return documents
                .sparkSession()
                .createDataset(new ArrayList<>(names), Encoders.STRING())
                .toDF(NAME);
    }
}
