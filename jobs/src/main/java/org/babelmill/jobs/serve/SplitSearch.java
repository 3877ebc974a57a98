package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
 * Searches one split, one table after another, each only for the keys that the one before left: decisions first, because
 * their files are the smallest, signals only for scores, because a file of theirs describes a hundred columns before it can
 * be read.
 */
final class SplitSearch {

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
    private static final TableSchema ADDRESSES = TableReader.project(DocumentsTable.SCHEMA, List.of("key", "url"));
    private static final TableSchema NAMES = TableReader.project(DocumentsTable.SCHEMA, List.of("key", "host"));
    private static final TableSchema TEXTS =
            TableReader.project(DocumentsTable.SCHEMA, List.of("key", "url", "id", "title", "text"));

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
        return find(Optional.empty(), !words.isEmpty(), limit);
    }

    /** Documents that match in everything but the words, in place of which a condition on documents stands. */
    List<Found> where(FilterPredicate named, int limit) throws IOException {
        return find(Optional.of(named), false, limit);
    }

    private List<Found> find(Optional<FilterPredicate> named, boolean byWords, int limit) throws IOException {
        boolean addressed = named.isPresent() || byWords;
        boolean scored = filter.score().bounded();
        Keys keys = filter.decides() || !addressed && !scored
                ? new Keys(decided(addressed || scored ? Integer.MAX_VALUE : limit))
                : Keys.ALL;
        if (addressed && !keys.isNone()) {
            keys = new Keys(addressed(keys, named, scored ? Integer.MAX_VALUE : limit));
        }
        if (scored && !keys.isNone()) {
            keys = new Keys(scored(keys, limit));
        }
        return keys.isNone() ? List.of() : described(keys.some());
    }

    /**
     * Documents that are still in question.
     *
     * @param some their keys; {@code null} for all of the split
     */
    private record Keys(Set<Long> some) {

        static final Keys ALL = new Keys(null);

        boolean isNone() {
            return some != null && some.isEmpty();
        }

        boolean has(Object key) {
            return some == null || some.contains((Long) key);
        }
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

    /** Keys of documents with the language, the outcome and the rule. */
    private Set<Long> decided(int limit) throws IOException {
        Set<Long> keys = new LinkedHashSet<>();
        boolean byRule = !filter.rule().isEmpty();
        TableSchema columns = byRule ? RULES : TableReader.project(RULES, List.of("key", "language", "keep"));
        read(columns, filter.ofDecisions(), row -> {
            if (!byRule || ((List<?>) row[3]).stream().anyMatch(r -> ((Object[]) r)[0].equals(filter.rule()))) {
                keys.add((Long) row[0]);
            }
            return keys.size() < limit;
        });
        return keys;
    }

    /** Those whose address, or text, holds the words, or that are named. */
    private Set<Long> addressed(Keys keys, Optional<FilterPredicate> named, int limit) throws IOException {
        Set<Long> found = new LinkedHashSet<>();
        read(named.isPresent() ? NAMES : filter.inText() ? TEXTS : ADDRESSES, named, row -> {
            if (keys.has(row[0]) && (named.isPresent() || holdsWords(row))) {
                found.add((Long) row[0]);
            }
            return found.size() < limit;
        });
        return found;
    }

    private boolean holdsWords(Object[] row) {
        boolean found = false;
        for (int i = 1; i < row.length && !found; i++) {
            found = ((String) row[i]).toLowerCase(Locale.ROOT).contains(words);
        }
        return found;
    }

    private Set<Long> scored(Keys keys, int limit) throws IOException {
        Set<Long> found = new LinkedHashSet<>();
        List<String> columns = List.of("key", filter.score().signal().column());
        read(TableReader.project(SignalsTable.SCHEMA, columns), filter.ofSignals(), row -> {
            if (keys.has(row[0])) {
                found.add((Long) row[0]);
            }
            return found.size() < limit;
        });
        return found;
    }

    private List<Found> described(Set<Long> keys) throws IOException {
        Optional<FilterPredicate> wanted = Optional.of(among(keys));
        Map<Long, Object[]> pages = new HashMap<>();
        read(TableReader.project(DocumentsTable.SCHEMA, List.of("key", "url", "title")), wanted, row -> {
            pages.put((Long) row[0], row);
            return true;
        });
        List<Found> list = new ArrayList<>();
        List<String> columns = List.of("key", "id", "language", "keep", "reasons");
        read(TableReader.project(DecisionsTable.SCHEMA, columns), wanted, row -> {
            Object[] page = pages.get((Long) row[0]);
            List<?> reasons = (List<?>) row[4];
            list.add(new Found(
                    (String) row[1],
                    (String) page[1],
                    (String) page[2],
                    (String) row[2],
                    (Boolean) row[3],
                    reasons.isEmpty() ? "" : Figures.reason((Object[]) reasons.get(0))));
            return true;
        });
        return list;
    }
}
