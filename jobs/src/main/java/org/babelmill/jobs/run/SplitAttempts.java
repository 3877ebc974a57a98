package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * Finds the record that kills the process which works on it. A small file beside the run's tables says in which stretch of
 * a split an attempt is; the file that a dead attempt left makes the next one name each record of that stretch before it
 * is touched. A record that was named when two processes died is not touched again. One death is not enough: a process
 * may die of something else while an innocent record is named.
 *
 * <p>An attempt that ends alive, with or without success, leaves no place in the file. Not thread-safe.
 */
public final class SplitAttempts {

    /** Processes that must have died on a record before it is put aside. */
    public static final int DEATHS = 2;

    /** Records in a stretch: so many are named one by one after a death, and one file is written for so many without. */
    static final int STRETCH = 256;

    private final RunDirectory directory;
    private final Path path;
    private Known known;
    private int left;
    private boolean oneByOne;

    SplitAttempts(RunDirectory directory, Path path) {
        this.directory = directory;
        this.path = path;
    }

    /**
     * What is in the file.
     *
     * @param at where an attempt is; null when none is at work
     * @param stretches first keys of stretches in which a process died
     * @param deaths processes that died, by key of the record that was named
     */
    record Known(Place at, List<Long> stretches, Map<Long, Integer> deaths) {

        Known {
            stretches = List.copyOf(stretches);
            deaths = Map.copyOf(deaths);
        }

        /** The same, when nobody can still be at work there. */
        Known afterDeath() {
            if (at == null) {
                return this;
            }
            List<Long> suspect = new ArrayList<>(stretches);
            Map<Long, Integer> died = new TreeMap<>(deaths);
            if (at.alone()) {
                died.merge(at.key(), 1, Integer::sum);
            } else {
                suspect.add(at.key());
            }
            return new Known(null, suspect, died);
        }
    }

    /**
     * A place in a split.
     *
     * @param key of a record
     * @param alone whether that record is meant, not the stretch that begins with it
     */
    record Place(long key, boolean alone) {}

    /**
     * Whether the file may name another place once work on a record begins, which {@link #killed} is told next. Work on the
     * records before it must end first, or what they do would be laid to its charge.
     *
     * @param key of the record
     * @return true also where it turns out that the file stays as it is
     */
    public boolean moves(long key) {
        return known == null || oneByOne || left == 0 || known.stretches().contains(key);
    }

    /**
     * Says that work on a record begins.
     *
     * @param key of the record; keys of a split come in the same order in each attempt
     * @return whether processes died on this record, so that it must not be touched
     */
    public boolean killed(long key) throws IOException {
        if (known == null) {
            known = directory
                    .read(path, Known.class)
                    .map(Known::afterDeath)
                    .orElseGet(() -> new Known(null, List.of(), Map.of()));
        }
        if (known.deaths().getOrDefault(key, 0) >= DEATHS) {
            return true;
        }
        if (known.stretches().contains(key)) {
            oneByOne = true;
            left = STRETCH;
        } else if (left == 0) {
            oneByOne = false;
            left = STRETCH;
            write(new Place(key, false));
        }
        left--;
        if (oneByOne) {
            write(new Place(key, true));
        }
        return false;
    }

    /** The attempt ends alive, without success: what is known of earlier ones stays. */
    void fail() throws IOException {
        if (known != null) {
            write(null);
        }
    }

    /** The split is finished: nothing has to be known any more. */
    void succeed() throws IOException {
        if (known != null) {
            directory.storage().delete(path);
        }
    }

    private void write(Place at) throws IOException {
        Known now = new Known(at, known.stretches(), known.deaths());
        directory.storage().write(path, RunDirectory.json(now));
    }
}
