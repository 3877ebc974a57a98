package org.babelmill.jobs.tombstone;

import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.pipeline.config.TakedownSettings;
import org.babelmill.pipeline.hash.Sha256;

/**
 * What was ever taken back, as hashes, so that the list can be published without naming anybody: lines of a kind
 * ({@code url}, {@code host}, {@code id}), a tab and the SHA-256 of kind, line feed and value. Immutable.
 */
public final class Tombstones implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The file in a release. */
    public static final String FILE = "tombstones.txt";

    private final TreeSet<String> lines;

    private Tombstones(TreeSet<String> lines) {
        this.lines = lines;
    }

    /** No tombstones. */
    public static Tombstones none() {
        return new Tombstones(new TreeSet<>());
    }

    /** What was ever taken back from the shards of a run. */
    public static Tombstones of(RunDirectory run) throws IOException {
        Path file = run.path(FILE);
        return parse(file.toString(), run.storage().read(file).orElse(""));
    }

    /**
     * What was taken back from earlier releases.
     *
     * @throws UserError when a file cannot be read, or is none of tombstones
     */
    public static Tombstones of(TakedownSettings settings, Configuration hadoop) throws IOException {
        StageFiles files = new StageFiles(hadoop);
        Tombstones all = none();
        for (String file : settings.tombstones()) {
            try {
                all = all.plus(parse(file, files.read(file)));
            } catch (IOException e) {
                throw new UserError("takedown.tombstones " + file + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return all;
    }

    /** What was taken back from earlier releases and from the shards of a run. */
    public static Tombstones of(TakedownSettings settings, RunDirectory run) throws IOException {
        return of(settings, run.hadoop()).plus(of(run));
    }

    /** Reads a file that {@link #text} wrote. */
    public static Tombstones parse(String source, String text) {
        TreeSet<String> lines = new TreeSet<>();
        text.lines().filter(l -> !l.isEmpty()).forEach(line -> {
            if (!line.matches("(url|host|id)\t[0-9a-f]{64}")) {
                throw new UserError(source + ": not a line of tombstones: " + line);
            }
            lines.add(line);
        });
        return new Tombstones(lines);
    }

    /**
     * These and others.
     *
     * @param byKind values by {@code url}, {@code host} or {@code id}
     */
    public Tombstones plus(Map<String, Set<String>> byKind) {
        TreeSet<String> all = new TreeSet<>(lines);
        byKind.forEach((kind, values) -> values.forEach(v -> all.add(line(kind, v))));
        return new Tombstones(all);
    }

    /** These and others. */
    public Tombstones plus(Tombstones others) {
        TreeSet<String> all = new TreeSet<>(lines);
        all.addAll(others.lines);
        return new Tombstones(all);
    }

    /** The kind of the entry that means a document, if one does. */
    public Optional<String> match(String id, String url, String host) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (lines.contains(line("id", id))) {
            return Optional.of("id");
        }
        if (lines.contains(line("url", url))) {
            return Optional.of("url");
        }
        return host(host) ? Optional.of("host") : Optional.empty();
    }

    private boolean host(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (int dot = 0; dot >= 0; ) {
            if (lines.contains(line("host", name))) {
                return true;
            }
            dot = name.indexOf('.');
            name = name.substring(dot + 1);
        }
        return false;
    }

    private static String line(String kind, String value) {
        return kind + "\t" + Sha256.hex(kind + "\n" + value);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The file. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
