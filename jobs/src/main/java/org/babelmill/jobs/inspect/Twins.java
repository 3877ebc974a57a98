package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.babelmill.jobs.inspect.DocumentFinder.Hit;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/** The duplicates of a document. */
public final class Twins {

    private static final int LIMIT = 100;
    private static final TableSchema COLUMNS =
            TableReader.project(ClustersTable.SCHEMA, List.of("id", "key", "cluster", "keep", "link", "similarity"));

    private final RunView run;

    /** Duplicates in a run. */
    public Twins(RunView run) {
        this.run = run;
    }

    /**
     * Another member of a cluster.
     *
     * @param hit where it is
     * @param keep whether it stays
     * @param link what linked it first, empty for the one that stays
     * @param similarity to the survivor, 0 to 1
     */
    public record Twin(Hit hit, boolean keep, String link, double similarity) {}

    /** The other members of a document's cluster, a hundred at most; none for a document without duplicates. */
    public List<Twin> of(Hit hit) throws IOException {
        Optional<TableRow> own = TableRow.byKey(COLUMNS, hit.part().file("clusters"), hit.key(), run.hadoop());
        if (own.isEmpty()) {
            return List.of();
        }
        String cluster = own.get().text("cluster");
        return run.<List<Twin>>read(
                        part -> {
                            List<Twin> found = new ArrayList<>();
                            try (TableReader reader = TableReader.open(
                                    COLUMNS,
                                    part.file("clusters"),
                                    FilterApi.eq(FilterApi.binaryColumn("cluster"), TableReader.text(cluster)),
                                    run.hadoop())) {
                                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                                    if (!row[0].equals(hit.id()) && found.size() < LIMIT) {
                                        found.add(new Twin(
                                                new Hit(part, (Long) row[1], (String) row[0]),
                                                (Boolean) row[3],
                                                (String) row[4],
                                                (Double) row[5]));
                                    }
                                }
                            }
                            return found;
                        },
                        Twins::joined)
                .orElse(List.of());
    }

    private static List<Twin> joined(List<Twin> left, List<Twin> right) {
        List<Twin> all = new ArrayList<>(left);
        all.addAll(right);
        return all.size() > LIMIT ? all.subList(0, LIMIT) : all;
    }

    /** Text and blocks of a document. */
    public static TableRow content(RunView run, Hit hit) throws IOException {
        TableSchema columns = TableReader.project(DocumentsTable.SCHEMA, List.of("key", "title", "text", "blocks"));
        return TableRow.byKey(columns, hit.part().file("documents"), hit.key(), run.hadoop())
                .orElseThrow(() -> new IOException("table documents lacks " + hit.id()));
    }
}
