package org.babelmill.jobs.run;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named counters of one piece of work, and their sum over many. Names are paths: {@code ledger/select/http-status}. Not
 * thread-safe.
 */
public final class Counts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Long> values = new TreeMap<>();

    /** Counters with given values. */
    public static Counts of(Map<String, Long> values) {
        Counts counts = new Counts();
        counts.values.putAll(values);
        return counts;
    }

    /** Adds one. */
    public void add(String name) {
        add(name, 1);
    }

    /** Adds. */
    public void add(String name, long number) {
        values.merge(name, number, Long::sum);
    }

    /** Adds all of another's counters to these, and returns these. */
    public Counts plus(Counts other) {
        other.values.forEach(this::add);
        return this;
    }

    /** A counter, 0 when nothing was ever added. */
    public long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    /** The sum of all counters whose name starts so. */
    public long sum(String prefix) {
        return below(prefix).values().stream().mapToLong(Long::longValue).sum();
    }

    /** The counters whose name starts so, by the rest of the name, sorted. */
    public Map<String, Long> below(String prefix) {
        Map<String, Long> found = new TreeMap<>();
        values.tailMap(prefix).entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(prefix))
                .forEach(e -> found.put(e.getKey().substring(prefix.length()), e.getValue()));
        return found;
    }

    /** All counters, sorted by name. */
    public Map<String, Long> toMap() {
        return new TreeMap<>(values);
    }
}
