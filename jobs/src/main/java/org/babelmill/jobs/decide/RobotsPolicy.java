package org.babelmill.jobs.decide;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.extract.robots.RobotsRules;
import org.babelmill.jobs.table.RobotsTable;
import org.babelmill.jobs.table.TableReader;

/** The robots.txt files that were found in the archives of a split, held against the addresses of its pages. */
final class RobotsPolicy {

    private final Map<String, RobotsRules> byOrigin;

    private RobotsPolicy(Map<String, RobotsRules> byOrigin) {
        this.byOrigin = byOrigin;
    }

    /** A policy that refuses nothing. */
    static RobotsPolicy none() {
        return new RobotsPolicy(Map.of());
    }

    /** Reads robots.txt files; of two for one origin the later fetched holds, of equals the last in order. */
    static RobotsPolicy read(List<Path> files, List<String> agents, Configuration hadoop) throws IOException {
        Map<String, Object[]> newest = new HashMap<>();
        for (Path file : files) {
            try (TableReader reader = TableReader.open(RobotsTable.SCHEMA, file, hadoop)) {
                for (Object[] row = reader.next(); row != null; row = reader.next()) {
                    newest.merge(
                            ((String) row[0]).toLowerCase(Locale.ROOT),
                            row,
                            (old, now) -> ((String) now[2]).compareTo((String) old[2]) >= 0 ? now : old);
                }
            }
        }
        Map<String, RobotsRules> rules = new HashMap<>();
        newest.forEach((origin, row) -> rules.put(origin, RobotsRules.parse(origin, (String) row[3], agents)));
        return new RobotsPolicy(rules);
    }

    /** The first robot that may not fetch a page, if one may not. */
    Optional<String> refused(String url) {
        if (byOrigin.isEmpty()) {
            return Optional.empty();
        }
        RobotsRules rules = byOrigin.get(origin(url));
        return rules == null ? Optional.empty() : rules.refused(url);
    }

    private static String origin(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? -1 : url.indexOf('/', host + 3);
        return (path < 0 ? url : url.substring(0, path)).toLowerCase(Locale.ROOT);
    }
}
