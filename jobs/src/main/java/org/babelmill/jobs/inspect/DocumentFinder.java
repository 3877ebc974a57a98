package org.babelmill.jobs.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.BinaryColumn;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.LedgerTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.document.DocumentId;

/**
 * Finds documents by id, address, record id or place in an archive. Files whose Bloom filters or statistics exclude them
 * are not read.
 */
public final class DocumentFinder {

    private static final int LIMIT = 50;
    private static final TableSchema DECISIONS = TableReader.project(DecisionsTable.SCHEMA, List.of("id", "key"));
    private static final TableSchema DOCUMENTS =
            TableReader.project(DocumentsTable.SCHEMA, List.of("id", "key", "url", "record_id"));

    private final RunView run;

    /** A finder in a run. */
    public DocumentFinder(RunView run) {
        this.run = run;
    }

    /**
     * A document that was found.
     *
     * @param part its split
     * @param key its key in the run
     * @param id its id
     */
    public record Hit(Part part, long key, String id) {}

    /** Documents with this id, address or record id, or from this {@code FILE:OFFSET}; 50 at most. */
    public List<Hit> documents(String query) throws IOException {
        Set<String> ids = new LinkedHashSet<>(List.of(query));
        place(query).ifPresent(location -> ids.add(DocumentId.of(location).value()));
        List<Hit> found = search(DECISIONS, in("id", ids));
        return found.isEmpty()
                ? search(DOCUMENTS, FilterApi.or(in("url", forms(query)), in("record_id", Set.of(query))))
                : found;
    }

    private List<Hit> search(TableSchema columns, FilterPredicate wanted) throws IOException {
        return run.<List<Hit>>read(
                        part -> {
                            List<Hit> hits = new ArrayList<>();
                            try (TableReader reader =
                                    TableReader.open(columns, part.file(columns.name()), wanted, run.hadoop())) {
                                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                                    hits.add(new Hit(part, (Long) row[1], (String) row[0]));
                                }
                            }
                            return hits;
                        },
                        DocumentFinder::joined)
                .orElse(List.of());
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return all.size() > LIMIT ? all.subList(0, LIMIT) : all;
    }

    private static FilterPredicate in(String name, Set<String> values) {
        BinaryColumn column = FilterApi.binaryColumn(name);
        return FilterApi.in(column, values.stream().map(TableReader::text).collect(Collectors.toSet()));
    }

    /** An address as people shorten it: without scheme, without the slash at its end. */
    private static Set<String> forms(String query) {
        Set<String> forms = new LinkedHashSet<>(List.of(query));
        if (!query.contains("://") && query.contains(".")) {
            forms.add("https://" + query);
            forms.add("http://" + query);
        }
        for (String form : List.copyOf(forms)) {
            forms.add(form + "/");
        }
        return forms;
    }

    private static Optional<ArchiveLocation> place(String query) {
        int colon = query.lastIndexOf(':');
        String number = query.substring(colon + 1);
        boolean offset = colon > 0
                && !number.isEmpty()
                && number.length() < 19
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return offset
                ? Optional.of(new ArchiveLocation(query.substring(0, colon), Long.parseLong(number), 0))
                : Optional.empty();
    }

    /** Ledger rows of records with this address, record id or place: those that did not become documents. */
    public List<TableRow> ledger(String query) throws IOException {
        FilterPredicate wanted = FilterApi.or(in("url", forms(query)), in("record_id", Set.of(query)));
        var location = place(query);
        if (location.isPresent()) {
            wanted = FilterApi.or(
                    wanted,
                    FilterApi.and(
                            in("file", Set.of(location.get().file())),
                            FilterApi.eq(
                                    FilterApi.longColumn("offset"),
                                    location.get().offset())));
        }
        FilterPredicate rows = wanted;
        return run.<List<TableRow>>read(
                        part -> {
                            List<TableRow> hits = new ArrayList<>();
                            try (TableReader reader =
                                    TableReader.open(LedgerTable.SCHEMA, part.file("ledger"), rows, run.hadoop())) {
                                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                                    hits.add(new TableRow(LedgerTable.SCHEMA, row));
                                }
                            }
                            return hits;
                        },
                        DocumentFinder::joined)
                .orElse(List.of());
    }
}
