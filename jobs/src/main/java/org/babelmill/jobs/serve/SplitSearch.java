package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.serve.DocumentSearch.Found;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.jobs.table.Column;
import org.babelmill.jobs.table.ColumnType;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/**
 * Searches one split: the table that can exclude most goes first, and the next one is read only for the keys that are
 * left.
 */
final class SplitSearch {

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final TableSchema RULES = new TableSchema(
            "decisions",
            1,
            List.of(
                    Column.of("key", ColumnType.Scalar.LONG, "Document key of this run."),
                    Column.of("language", ColumnType.Scalar.STRING, "Language and script."),
                    Column.of("keep", ColumnType.Scalar.BOOLEAN, "Whether it was kept."),
                    Column.of(
                            "reasons",
                            new ColumnType.ListOf(ColumnType.Struct.of(
                                    Column.of("rule", ColumnType.Scalar.STRING, "Name of the rule."))),
                            "Rules it failed.")));

    private final Part part;
    private final SearchFilter filter;
    private final String words;
    private final Configuration hadoop;

    SplitSearch(Part part, SearchFilter filter, Configuration hadoop) {
        this.part = part;
        this.filter = filter;
        this.words = filter.words().toLowerCase(Locale.ROOT);
        this.hadoop = hadoop;
    }

    /** Documents that match in everything, also in the words. */
    List<Found> byWords(int limit) throws IOException {
        if (!filter.inText() || filter.words().isEmpty()) {
            return described(candidates(Optional.empty(), true, limit));
        }
        Map<Long, Object[]> candidates = candidates(Optional.empty(), false, NO_LIMIT);
        candidates.keySet().retainAll(withText(candidates, limit));
        return described(candidates);
    }

    /** Documents that match in everything but the words, in place of which a condition on signals stands. */
    List<Found> where(FilterPredicate named, int limit) throws IOException {
        return described(candidates(Optional.of(named), false, limit));
    }

    private boolean isIn(Object text) {
        return words.isEmpty() || ((String) text).toLowerCase(Locale.ROOT).contains(words);
    }

    private interface Rows {
        /** Whether to go on. */
        boolean take(Object[] row);
    }

    private void read(TableSchema columns, Optional<FilterPredicate> wanted, Rows rows) throws IOException {
        try (TableReader reader = wanted.isPresent()
                ? TableReader.open(columns, part.file(columns.name()), wanted.get(), hadoop)
                : TableReader.open(columns, part.file(columns.name()), hadoop)) {
            boolean more = true;
            for (Object[] row = reader.next(); more && row != null; row = more ? reader.next() : null) {
                more = rows.take(row);
            }
        }
    }

    private static FilterPredicate among(Set<Long> keys) {
        return FilterApi.in(FilterApi.longColumn("key"), keys);
    }

    private static Optional<FilterPredicate> both(Optional<FilterPredicate> a, Optional<FilterPredicate> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(FilterApi.and(a.get(), b.get())) : a.or(() -> b);
    }

    /** Rows of signals by key: key, id, url, language. */
    private Map<Long, Object[]> candidates(Optional<FilterPredicate> named, boolean byWords, int limit)
            throws IOException {
        Optional<FilterPredicate> wanted = both(filter.ofSignals(), named);
        if (filter.decides()) {
            boolean only = named.isEmpty() && filter.onlyDecides();
            Set<Long> decided = decided(only ? limit : NO_LIMIT);
            if (decided.isEmpty()) {
                return Map.of();
            }
            wanted = both(wanted, Optional.of(among(decided)));
        }
        List<String> names = new ArrayList<>(List.of("key", "id", "url", "language"));
        if (filter.score().bounded()) {
            names.add(filter.score().signal().column());
        }
        if (named.isPresent()) {
            names.add("host");
        }
        Map<Long, Object[]> found = new LinkedHashMap<>();
        read(TableReader.project(SignalsTable.SCHEMA, names), wanted, row -> {
            if (!byWords || isIn(row[2])) {
                found.put((Long) row[0], row);
            }
            return found.size() < limit;
        });
        return found;
    }

    /** Keys of documents with the outcome and the rule. */
    private Set<Long> decided(int limit) throws IOException {
        Set<Long> keys = new LinkedHashSet<>();
        read(RULES, filter.ofDecisions(), row -> {
            if (filter.rule().isEmpty()
                    || ((List<?>) row[3]).stream().anyMatch(r -> ((Object[]) r)[0].equals(filter.rule()))) {
                keys.add((Long) row[0]);
            }
            return keys.size() < limit;
        });
        return keys;
    }

    private Set<Long> withText(Map<Long, Object[]> candidates, int limit) throws IOException {
        Set<Long> keys = new HashSet<>();
        if (candidates.isEmpty()) {
            return keys;
        }
        TableSchema columns = TableReader.project(DocumentsTable.SCHEMA, List.of("key", "title", "text"));
        read(columns, Optional.of(among(candidates.keySet())), row -> {
            Object[] signals = candidates.get((Long) row[0]);
            if (isIn(row[1])
                    || isIn(row[2])
                    || isIn(signals[2])
                    || filter.words().equals(signals[1])) {
                keys.add((Long) row[0]);
            }
            return keys.size() < limit;
        });
        return keys;
    }

    private List<Found> described(Map<Long, Object[]> found) throws IOException {
        if (found.isEmpty()) {
            return List.of();
        }
        Optional<FilterPredicate> keys = Optional.of(among(found.keySet()));
        Map<Long, String> titles = new HashMap<>();
        read(TableReader.project(DocumentsTable.SCHEMA, List.of("key", "title")), keys, row -> {
            titles.put((Long) row[0], (String) row[1]);
            return true;
        });
        List<Found> list = new ArrayList<>();
        read(TableReader.project(DecisionsTable.SCHEMA, List.of("key", "keep", "reasons")), keys, row -> {
            Object[] signals = found.get((Long) row[0]);
            List<?> reasons = (List<?>) row[2];
            list.add(new Found(
                    (String) signals[1],
                    (String) signals[2],
                    titles.getOrDefault((Long) row[0], ""),
                    (String) signals[3],
                    (Boolean) row[1],
                    reasons.isEmpty() ? "" : Figures.reason((Object[]) reasons.get(0))));
            return true;
        });
        return list;
    }
}
