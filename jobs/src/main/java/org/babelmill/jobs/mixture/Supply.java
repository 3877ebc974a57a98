package org.babelmill.jobs.mixture;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is of one language: sizes by the number of copies that rebalancing gave the documents. A cap on epochs holds
 * for copies times epochs, so a document of 30 copies is not seen 30 times 4 times. Immutable.
 *
 * @param name language tag
 * @param byRepeats size of the documents, each counted once, by their number of copies (from 1)
 */
public record Supply(String name, Map<Integer, Double> byRepeats) implements Serializable {

    public Supply {
        byRepeats = new TreeMap<>(byRepeats);
        byRepeats.forEach((repeats, size) -> {
            if (repeats < 1 || !(size >= 0)) {
                throw new IllegalArgumentException(name + ": size " + size + " at " + repeats + " copies");
            }
        });
    }

    /** A language whose documents have one copy each. */
    public static Supply of(String name, double size) {
        return new Supply(name, Map.of(1, size));
    }

    /** Size of the documents, each counted once. */
    public double unique() {
        return byRepeats.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Size with all copies. */
    public double copied() {
        return byRepeats.entrySet().stream()
                .mapToDouble(e -> e.getKey() * e.getValue())
                .sum();
    }

    /** How much is seen when each copy is seen this often and no document more often than the cap. */
    public double seen(double epochs, double cap) {
        return byRepeats.entrySet().stream()
                .mapToDouble(e -> e.getValue() * Math.min(e.getKey() * epochs, cap))
                .sum();
    }

    /**
     * How often each copy has to be seen for an amount: the inverse of {@link #seen}.
     *
     * @param amount at most {@code cap} times {@link #unique}; more counts as that
     * @param cap most that one document is seen, possibly infinite
     */
    public double epochs(double amount, double cap) {
        double capped = 0;
        double open = copied();
        double from = 0;
        // seen() is linear between the points where documents of one number of copies reach the cap.
        for (Map.Entry<Integer, Double> entry :
                new TreeMap<>(byRepeats).descendingMap().entrySet()) {
            double epochs = open > 0 ? (amount - capped) / open : from;
            double reached = cap / entry.getKey();
            if (epochs <= reached) {
                return epochs;
            }
            from = reached;
            capped += cap * entry.getValue();
            open -= entry.getKey() * entry.getValue();
        }
        return from;
    }
}
