package org.babelmill.pipeline.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Helps someone who mistyped a name. */
public final class Suggestions {

    private Suggestions() {}

    /** A sentence that names the closest of the known names, or all of them when none is close. */
    public static String of(String mistyped, Collection<String> known) {
        List<String> close = known.stream()
                .filter(name -> distance(mistyped, name) <= Math.max(1, mistyped.length() / 3))
                .sorted(Comparator.comparingInt((String name) -> distance(mistyped, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
        return close.isEmpty()
                ? "allowed here: " + String.join(", ", known)
                : "did you mean " + String.join(" or ", close) + "?";
    }

    /** Levenshtein's distance, with two neighbouring letters that changed places counted once. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (areSwapped(a, i, b, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }

    /** Whether the two letters before a place are those before the other, the other way round. */
    private static boolean areSwapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
