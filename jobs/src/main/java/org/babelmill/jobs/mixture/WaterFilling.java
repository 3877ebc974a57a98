package org.babelmill.jobs.mixture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The allocator behind every policy: a budget is divided in proportion to weights, nobody gets more than its cap, nobody
 * less than its floor, and what the capped ones leave is divided among the others. With equal weights this is UniMax
 * (Chung et al. 2023, algorithm 1), with sizes as weights proportional sampling, with their powers temperature sampling.
 * Stateless.
 */
final class WaterFilling {

    private WaterFilling() {}

    /**
     * What is divided, in any unit; the arrays have one place a candidate.
     *
     * @param weights relative shares, 0 or more
     * @param caps most that each takes, 0 or more, possibly infinite
     * @param floors least that each gets as far as its cap lets it
     */
    record Demand(double[] weights, double[] caps, double[] floors) {}

    /**
     * Divides a budget. The sum falls short of it only where every candidate with a weight is at its cap.
     *
     * @throws IllegalArgumentException when the floors alone are above the budget
     */
    static double[] divide(double budget, Demand demand) {
        int count = demand.weights().length;
        double[] amounts = new double[count];
        boolean[] atFloor = new boolean[count];
        boolean changed = true;
        while (changed) {
            changed = false;
            double left = budget;
            for (int i = 0; i < count; i++) {
                left -= atFloor[i] ? amounts[i] : 0;
            }
            if (left < -1e-9 * budget) {
                throw new IllegalArgumentException("floors are above the budget");
            }
            fill(Math.max(0, left), demand, atFloor, amounts);
            // Raising one to its floor only lowers the others, so who is below a floor once stays below it.
            for (int i = 0; i < count; i++) {
                double floor = Math.min(demand.floors()[i], demand.caps()[i]);
                if (!atFloor[i] && amounts[i] < floor) {
                    amounts[i] = floor;
                    atFloor[i] = true;
                    changed = true;
                }
            }
        }
        return amounts;
    }

    private static void fill(double budget, Demand demand, boolean[] skip, double[] amounts) {
        double[] weights = demand.weights();
        double[] caps = demand.caps();
        int[] order = IntStream.range(0, weights.length)
                .filter(i -> !skip[i])
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                i -> weights[i] == 0 ? Double.MAX_VALUE : caps[i] / weights[i])
                        .thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weightFrom = new double[order.length + 1];
        for (int k = order.length - 1; k >= 0; k--) {
            weightFrom[k] = weightFrom[k + 1] + weights[order[k]];
        }
        Arrays.stream(order).forEach(i -> amounts[i] = 0);
        double left = budget;
        for (int k = 0; k < order.length && weightFrom[k] > 0; k++) {
            int i = order[k];
            amounts[i] = Math.min(left * weights[i] / weightFrom[k], caps[i]);
            left -= amounts[i];
        }
    }
}
