package org.babelmill.bench.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.babelmill.extract.features.TokenWeights;
import org.babelmill.extract.features.WeightTable;

/**
 * Learns how much a word speaks for content: the mean share of content over the sites it occurs on, drawn towards the
 * mean of all words, as log-odds against that mean. Every site counts once, whatever its size.
 */
final class WeightLearner {

    private static final double DRAWN_BY = 3;
    private static final double LEAST = 0.01;

    private final int minSites;
    private final Map<Long, Map<String, double[]>> seen = new HashMap<>();

    /** @param minSites sites below which a word is left out */
    WeightLearner(int minSites) {
        this.minSites = minSites;
    }

    /** @param share of content of what the word stands for on one page of a site */
    void add(long token, String site, double share) {
        double[] sums = seen.computeIfAbsent(token, t -> new HashMap<>()).computeIfAbsent(site, s -> new double[2]);
        sums[0] += share;
        sums[1]++;
    }

    /** What the sites taken say. */
    WeightTable learn(Predicate<String> taken) {
        Map<Long, double[]> totals = totals(taken);
        double prior = prior(totals);
        Map<Long, Float> weights = new HashMap<>();
        totals.forEach((token, total) -> {
            if (total[1] >= minSites) {
                weights.put(token, weight(total[0], total[1], prior));
            }
        });
        return new WeightTable(weights);
    }

    /** For each site, what the other sites say: weights for training, where a page must not know its own labels. */
    LeaveOneOut leaveOneOut() {
        Map<Long, double[]> totals = totals(site -> true);
        return new LeaveOneOut(totals, prior(totals));
    }

    private Map<Long, double[]> totals(Predicate<String> taken) {
        Map<Long, double[]> totals = new HashMap<>();
        seen.forEach((token, sites) -> {
            double[] total = new double[2];
            sites.forEach((site, sums) -> {
                if (taken.test(site)) {
                    total[0] += sums[0] / sums[1];
                    total[1]++;
                }
            });
            totals.put(token, total);
        });
        return totals;
    }

    private double prior(Map<Long, double[]> totals) {
        double share = 0;
        double sites = 0;
        for (double[] total : totals.values()) {
            if (total[1] >= minSites) {
                share += total[0];
                sites += total[1];
            }
        }
        return sites == 0 ? 0.5 : share / sites;
    }

    private static float weight(double share, double sites, double prior) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, (share + DRAWN_BY * prior) / (sites + DRAWN_BY)));
        return (float) (Math.log(p / (1 - p)) - Math.log(prior / (1 - prior)));
    }

    /** Weights without those of one site, which is set page by page. */
    final class LeaveOneOut implements TokenWeights {

        private final Map<Long, double[]> totals;
        private final double prior;
        private String site = "";

        private LeaveOneOut(Map<Long, double[]> totals, double prior) {
            this.totals = totals;
            this.prior = prior;
        }

        void without(String newSite) {
            site = newSite;
        }

        @Override
        public float of(long token) {
            double[] total = totals.get(token);
            if (total == null) {
                return Float.NaN;
            }
            double[] own = seen.get(token).get(site);
            double share = total[0] - (own == null ? 0 : own[0] / own[1]);
            double sites = total[1] - (own == null ? 0 : 1);
            return sites < minSites - 1 ? Float.NaN : weight(share, sites, prior);
        }
    }
}
