package org.babelmill.jobs.survey;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.DocumentsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;

/** Counts one split's documents by host, by language and host, by licence and by opt-out. One task, one thread. */
final class NamedTotals {

    /** What a name is, as the first character of its key. */
    static final char HOST = 'h';

    static final char LANGUAGE_HOST = 'l';
    static final char LICENCE = 'c';
    static final char OPT_OUT = 'o';

    private static final int MAX_NAME = 200;

    private final Map<String, Totals> totals = new HashMap<>();

    Map<String, Totals> count(Part part, Configuration hadoop) throws IOException {
        TableSchema documents = TableReader.project(DocumentsTable.SCHEMA, List.of("host", "opt_outs", "licences"));
        TableSchema decisions = TableReader.project(DecisionsTable.SCHEMA, List.of("language", "keep", "words"));
        try (TableReader left = TableReader.open(documents, part.file("documents"), hadoop);
                TableReader right = TableReader.open(decisions, part.file("decisions"), hadoop)) {
            for (Object[] row = left.next(); row != null; row = left.next()) {
                count(row, right.next());
            }
        }
        return totals;
    }

    private void count(Object[] document, Object[] decision) {
        boolean keep = (Boolean) decision[1];
        Totals one = new Totals(1, keep ? 1 : 0, keep ? (Long) decision[2] : 0);
        String host = (String) document[0];
        if (!host.isEmpty()) {
            add(HOST, host, one);
            add(LANGUAGE_HOST, decision[0] + " " + host, one);
        }
        names(document[1]).forEach(name -> add(OPT_OUT, name, one));
        names(document[2]).forEach(name -> add(LICENCE, name, one));
    }

    private static Set<String> names(Object statements) {
        Set<String> names = new LinkedHashSet<>();
        for (Object statement : (List<?>) statements) {
            names.add((String) ((Object[]) statement)[0]);
        }
        return names;
    }

    private void add(char kind, String name, Totals one) {
        String text = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        totals.merge(kind + text, one, Totals::plus);
    }
}
