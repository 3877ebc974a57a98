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

    /** Levenshtein distance in two rows. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
