package org.babelmill.jobs.serve;

import java.util.ArrayList;
import java.util.List;

/** Where two texts differ, word by word: the longest common subsequence of their first words. */
final class WordDifference {

    /** Words of each text that are compared; the table of the comparison has the square of it. */
    static final int LIMIT = 1500;

    private WordDifference() {}

    /** What a stretch of text is. */
    enum Kind {
        /** In both. */
        SAME,
        /** Only in the first. */
        LEFT,
        /** Only in the second. */
        RIGHT
    }

    /**
     * A stretch of words.
     *
     * @param kind where it is
     * @param text the words, parted by spaces
     */
    record Stretch(Kind kind, String text) {}

    /** The stretches of both texts, in order. */
    static List<Stretch> of(String left, String right) {
        List<String> a = words(left);
        List<String> b = words(right);
        short[][] common = table(a, b);
        List<Stretch> stretches = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(stretches, Kind.SAME, a.get(i));
                i++;
                j++;
            } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(stretches, Kind.LEFT, a.get(i++));
            } else {
                add(stretches, Kind.RIGHT, b.get(j++));
            }
        }
        return stretches;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < LIMIT; i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (space && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Length of the longest common subsequence of what follows each pair of positions. */
    private static short[][] table(List<String> a, List<String> b) {
        short[][] common = new short[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Stretch> stretches, Kind kind, String word) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).kind() == kind) {
            stretches.set(last, new Stretch(kind, stretches.get(last).text() + " " + word));
        } else {
            stretches.add(new Stretch(kind, word));
        }
    }
}
