package org.babelmill.jobs.inspect;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.babelmill.jobs.run.RunParts.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.pipeline.config.ConfigurationTree.Difference;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Compares two runs document by document: ids, what was decided about them, languages, hosts and words. Needs 16 bytes of
 * memory for each document of the first run.
 */
public final class RunDifference {

    private static final int HOSTS = 20;
    private static final String KEPT = "kept";

    /** Set in the number of an outcome whose document the second run has too. */
    private static final int IN_BOTH = 1 << 30;

    private final RunView left;
    private final RunView right;
    private final List<String> outcomes = new ArrayList<>();
    private final TreeMap<String, Integer> outcomeNumbers = new TreeMap<>();
    private final Long2IntOpenHashMap seen = new Long2IntOpenHashMap();
    private final TreeMap<String, long[]> languages = new TreeMap<>();
    private final TreeMap<String, Long> moves = new TreeMap<>();
    private final Object2LongOpenHashMap<String> hosts = new Object2LongOpenHashMap<>();
    private long both;
    private long onlyRight;

    /** A comparison of two runs. */
    public RunDifference(RunView left, RunView right) {
        this.left = left;
        this.right = right;
        seen.defaultReturnValue(-1);
    }

    /**
     * What is different.
     *
     * @param settings settings whose values differ: key, value left and right
     * @param documents documents in both, only left, only right
     * @param languages kept documents left and right, kept words left and right, by label
     * @param moves documents in both whose outcome differs, by {@code LEFT -> RIGHT}, most first
     * @param hosts change of kept documents by host, largest first
     */
    public record Result(
            Map<String, Difference> settings,
            List<Long> documents,
            Map<String, List<Long>> languages,
            List<Map.Entry<String, Long>> moves,
            List<Map.Entry<String, Long>> hosts) {}

    /** Takes documents that are not the same in both runs. */
    @FunctionalInterface
    public interface Changes {

        /**
         * A document.
         *
         * @param id its id
         * @param was its outcome in the first run, empty where it is only in the second
         * @param is its outcome in the second run, empty where it is only in the first
         */
        void document(String id, String was, String is);
    }

    /** Compares. May be called once. */
    public Result compare() throws IOException {
        return compare(Optional.empty());
    }

    /**
     * Compares and names each document whose outcome differs or that only one run has; the first run is read twice then.
     * May be called once.
     */
    public Result compare(Optional<Changes> changes) throws IOException {
        for (Part part : left.parts()) {
            read(left, part, this::first);
        }
        Changes named = changes.orElse((id, was, is) -> {});
        for (Part part : right.parts()) {
            read(right, part, (hash, decision, host) -> second(hash, decision, host, named));
        }
        if (changes.isPresent()) {
            for (Part part : left.parts()) {
                read(left, part, (hash, decision, host) -> gone(hash, decision, named));
            }
        }
        Map<String, List<Long>> sums = new TreeMap<>();
        languages.forEach((label, n) -> sums.put(label, List.of(n[0], n[1], n[2], n[3])));
        return new Result(
                left.settings().differences(right.settings()),
                List.of(both, (long) seen.size() - both, onlyRight),
                sums,
                largest(moves, Integer.MAX_VALUE),
                largest(hosts, HOSTS));
    }

    private interface Receiver {
        void document(long hash, Object[] decision, String host);
    }

    private static void read(RunView run, Part part, Receiver receiver) throws IOException {
        TableSchema decisions =
                TableReader.project(DecisionsTable.SCHEMA, List.of("id", "language", "keep", "reasons", "words"));
        TableSchema signals = TableReader.project(SignalsTable.SCHEMA, List.of("host"));
        try (TableReader decided = TableReader.open(decisions, part.file("decisions"), run.hadoop());
                TableReader measured = TableReader.open(signals, part.file("signals"), run.hadoop())) {
            for (Object[] row = decided.next(); row != null; row = decided.next()) {
                receiver.document(XxHash64.hash((String) row[0]), row, (String) measured.next()[0]);
            }
        }
    }

    private void first(long hash, Object[] decision, String host) {
        seen.put(hash, number(outcome(decision)));
        count(decision, host, 0);
    }

    private void second(long hash, Object[] decision, String host, Changes changes) {
        int before = seen.get(hash);
        String is = outcome(decision);
        if (before < 0) {
            onlyRight++;
            changes.document((String) decision[0], "", is);
        } else {
            both++;
            seen.put(hash, before | IN_BOTH);
            String was = outcomes.get(before & ~IN_BOTH);
            if (!was.equals(is)) {
                moves.merge(was + " -> " + is, 1L, Long::sum);
                changes.document((String) decision[0], was, is);
            }
        }
        count(decision, host, 1);
    }

    private void gone(long hash, Object[] decision, Changes changes) {
        if ((seen.get(hash) & IN_BOTH) == 0) {
            changes.document((String) decision[0], outcome(decision), "");
        }
    }

    private void count(Object[] decision, String host, int side) {
        if ((Boolean) decision[2]) {
            long[] sums = languages.computeIfAbsent((String) decision[1], l -> new long[4]);
            sums[side]++;
            sums[2 + side] += (Long) decision[4];
            hosts.addTo(host, side == 0 ? -1 : 1);
        }
    }

    private int number(String outcome) {
        return outcomeNumbers.computeIfAbsent(outcome, o -> {
            outcomes.add(o);
            return outcomes.size() - 1;
        });
    }

    /** Kept, or the first rule that says drop. */
    private static String outcome(Object[] decision) {
        List<?> reasons = (List<?>) decision[3];
        if ((Boolean) decision[2] || reasons.isEmpty()) {
            return KEPT;
        }
        Object[] first = (Object[]) reasons.get(0);
        return first[0] + "/" + first[1];
    }

    private static List<Map.Entry<String, Long>> largest(Map<String, Long> counts, int limit) {
        return counts.entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -Math.abs(e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .toList();
    }
}
