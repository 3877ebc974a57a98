package org.babelmill.jobs.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.babelmill.jobs.inspect.DocumentFinder;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.survey.Figures;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.quality.signal.Signal;

/** Finds documents by words of their address, title or text, and by what was measured and decided. */
final class DocumentSearch {

    /** Scores that can be searched for. */
    static final List<Signal> SCORES =
            List.of(Signal.WDS, Signal.WDS2, Signal.QUALITY_SCORE, Signal.LANGUAGE_SCORE, Signal.WORDS);

    private static final int LIMIT = 50;

    private final RunView run;

    DocumentSearch(RunView run) {
        this.run = run;
    }

    /**
     * What is looked for; empty parts match everything.
     *
     * @param words an id, or a part of an address or host, in any case
     * @param inText whether titles and texts are searched too
     * @param language label
     * @param rule that was failed
     * @param outcome kept or removed
     * @param score signal that lies within the bounds
     * @param from lowest
     * @param to highest
     */
    record Filter(
            String words,
            boolean inText,
            String language,
            String rule,
            String outcome,
            Signal score,
            double from,
            double to) {

        static Filter of(Question question) {
            return new Filter(
                    question.text("q").toLowerCase(Locale.ROOT),
                    !question.text("text").isEmpty(),
                    question.text("language"),
                    question.text("rule"),
                    question.text("outcome"),
                    Signal.of(question.text("score")).filter(SCORES::contains).orElse(Signal.LANGUAGE_SCORE),
                    question.number("from").orElse(Double.NEGATIVE_INFINITY),
                    question.number("to").orElse(Double.POSITIVE_INFINITY));
        }

        private boolean scored(Object value) {
            boolean bounded = from > Double.NEGATIVE_INFINITY || to < Double.POSITIVE_INFINITY;
            return !bounded || value != null && (Double) value >= from && (Double) value <= to;
        }

        private boolean decided(boolean keep, List<?> reasons) {
            return (outcome.isEmpty() || outcome.equals("kept") == keep)
                    && (rule.isEmpty() || reasons.stream().anyMatch(r -> ((Object[]) r)[1].equals(rule)));
        }
    }

    /**
     * A document that was found.
     *
     * @param id its id
     * @param url its address
     * @param title its title
     * @param language its label
     * @param keep whether it was kept
     * @param why the first reason against it, or empty
     */
    record Found(String id, String url, String title, String language, boolean keep, String why) {}

    /** The first fifty documents that match, in the order of the archives. */
    List<Found> find(Filter filter) throws IOException {
        Set<String> exact = new HashSet<>();
        if (!filter.words().isEmpty()) {
            new DocumentFinder(run).documents(filter.words()).forEach(hit -> exact.add(hit.id()));
        }
        List<Found> found = new ArrayList<>();
        for (Part part : run.parts()) {
            if (found.size() < LIMIT) {
                found.addAll(search(part, filter, exact, LIMIT - found.size()));
            }
        }
        return found;
    }

    private List<Found> search(Part part, Filter filter, Set<String> exact, int limit) throws IOException {
        TableSchema signalColumns = TableReader.project(
                SignalsTable.SCHEMA,
                filter.score() == Signal.LANGUAGE_SCORE
                        ? List.of("language_score", "id", "key", "url", "language")
                        : List.of(filter.score().column(), "id", "key", "url", "language"));
        TableSchema decisionColumns = TableReader.project(DecisionsTable.SCHEMA, List.of("keep", "reasons"));
        Map<Long, Found> found = new LinkedHashMap<>();
        try (TableReader signals = TableReader.open(signalColumns, part.file("signals"), run.hadoop());
                TableReader decisions = TableReader.open(decisionColumns, part.file("decisions"), run.hadoop());
                TextReader texts = filter.inText() && !filter.words().isEmpty() ? new TextReader(part) : null) {
            for (Object[] row = signals.next(); row != null && found.size() < limit; row = signals.next()) {
                Object[] decision = decisions.next();
                String text = texts == null ? "" : texts.next();
                List<?> reasons = (List<?>) decision[1];
                boolean matches = (filter.language().isEmpty()
                                || filter.language().equals(row[4]))
                        && filter.scored(row[0])
                        && filter.decided((Boolean) decision[0], reasons)
                        && (filter.words().isEmpty()
                                || exact.contains((String) row[1])
                                || ((String) row[3]).toLowerCase(Locale.ROOT).contains(filter.words())
                                || text.contains(filter.words()));
                if (matches) {
                    found.put((Long) row[2], found(row, (Boolean) decision[0], reasons));
                }
            }
        }
        return titled(part, found);
    }

    private static Found found(Object[] signals, boolean keep, List<?> reasons) {
        String why = reasons.isEmpty() ? "" : Figures.reason((Object[]) reasons.get(0));
        return new Found((String) signals[1], (String) signals[3], "", (String) signals[4], keep, why);
    }

    private List<Found> titled(Part part, Map<Long, Found> found) throws IOException {
        if (found.isEmpty()) {
            return List.of();
        }
        TableSchema columns = TableReader.project(DocumentsTable.SCHEMA, List.of("key", "title"));
        Map<Long, String> titles = new HashMap<>();
        try (TableReader reader = TableReader.open(
                columns,
                part.file("documents"),
                FilterApi.in(FilterApi.longColumn("key"), new HashSet<>(found.keySet())),
                run.hadoop())) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                titles.put((Long) row[0], (String) row[1]);
            }
        }
        List<Found> list = new ArrayList<>();
        found.forEach((key, f) ->
                list.add(new Found(f.id(), f.url(), titles.getOrDefault(key, ""), f.language(), f.keep(), f.why())));
        return list;
    }

    /** Titles and texts in lower case, in the order of the documents. */
    private final class TextReader implements AutoCloseable {

        private final TableReader reader;

        TextReader(Part part) throws IOException {
            TableSchema columns = TableReader.project(DocumentsTable.SCHEMA, List.of("title", "text"));
            reader = TableReader.open(columns, part.file("documents"), run.hadoop());
        }

        String next() throws IOException {
            Object[] row = reader.next();
            return (row[0] + "\n" + row[1]).toLowerCase(Locale.ROOT);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
