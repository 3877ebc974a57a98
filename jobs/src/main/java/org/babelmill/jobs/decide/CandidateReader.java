package org.babelmill.jobs.decide;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.TextSignals;

/**
 * Reads the signals of a split beside its clusters. Both files are in the order of document keys, and only documents
 * with duplicates have a cluster row, so one walk joins them. Not thread-safe.
 */
final class CandidateReader implements Closeable {

    private static final List<String> FIXED =
            List.of("id", "key", "url", "dump", "language", "best_language", "language_score");
    private static final List<String> TWIN =
            List.of("key", "cluster", "survivor", "keep", "size", "similarity", "link");

    private final TableReader signals;
    private final TableReader clusters;
    private final List<Signal> wanted;
    private final Map<String, Integer> positions;
    private final RobotsPolicy robots;
    private Object[] cluster;

    private CandidateReader(TableReader signals, TableReader clusters, List<Signal> wanted, RobotsPolicy robots)
            throws IOException {
        this.signals = signals;
        this.clusters = clusters;
        this.wanted = wanted;
        this.robots = robots;
        this.positions = schema(wanted).positions();
        this.cluster = clusters.next();
    }

    /**
     * Opens the files of a split.
     *
     * @param rules the signals that rules read
     */
    static CandidateReader open(
            Path signals, Path clusters, Set<Signal> rules, RobotsPolicy robots, Configuration hadoop)
            throws IOException {
        EnumSet<Signal> all = EnumSet.of(Signal.UTF8_BYTES, Signal.WORDS);
        all.addAll(rules);
        List<Signal> wanted = new ArrayList<>(all);
        return new CandidateReader(
                TableReader.open(schema(wanted), signals, hadoop),
                TableReader.open(TableReader.project(ClustersTable.SCHEMA, TWIN), clusters, hadoop),
                wanted,
                robots);
    }

    private static TableSchema schema(List<Signal> wanted) {
        List<String> columns = new ArrayList<>(FIXED);
        wanted.stream().map(Signal::column).filter(c -> !columns.contains(c)).forEach(columns::add);
        return TableReader.project(SignalsTable.SCHEMA, columns);
    }

    /** The next document, {@code null} after the last. */
    Candidate next() throws IOException {
        Object[] row = signals.next();
        if (row == null) {
            return null;
        }
        long key = (Long) row[1];
        String url = (String) row[2];
        return new Candidate(
                (String) row[0],
                key,
                url,
                (String) row[3],
                LanguageTag.parse((String) row[4]),
                LanguageTag.parse((String) row[5]),
                (Double) row[6],
                signals(row),
                twin(key),
                robots.refused(url));
    }

    private TextSignals signals(Object[] row) {
        return TextSignals.of(signal -> {
            Integer position = wanted.contains(signal) ? positions.get(signal.column()) : null;
            return position == null || row[position] == null ? Double.NaN : (Double) row[position];
        });
    }

    private Optional<Candidate.Twin> twin(long key) throws IOException {
        while (cluster != null && (Long) cluster[0] < key) {
            cluster = clusters.next();
        }
        if (cluster == null || (Long) cluster[0] != key) {
            return Optional.empty();
        }
        return Optional.of(new Candidate.Twin(
                (String) cluster[1],
                (String) cluster[2],
                (Boolean) cluster[3],
                (Long) cluster[4],
                (Double) cluster[5],
                (String) cluster[6]));
    }

    @Override
    public void close() throws IOException {
        signals.close();
        clusters.close();
    }
}
