package org.babelmill.pipeline.text;

import java.util.Arrays;

/**
 * Cuts a run of characters of an unspaced script into words of a list, by the cheapest path over all words that fit
 * (Viterbi). A word that has a weight costs it; in a list without weights every word costs the same, so that the path
 * with the fewest words wins (maximal matching). Characters that no word covers cost more than any word, and never part
 * a combining mark from its base. Linear in the length of the run. One instance belongs to one thread.
 */
final class DictionaryCutter {

    /** Cost of a character that no listed word covers, the highest weight in ICU's Chinese and Japanese list. */
    private static final int UNKNOWN = 255;

    /** Cost of a word where the list has no weights. */
    private static final int UNWEIGHTED = 32;

    /** A run of katakana is mostly one borrowed word: cheaper than two unknown characters, dearer than a listed word. */
    private static final int KATAKANA_RUN = 240;

    private static final int MATCHES = 24;
    private static final int FAR = Integer.MAX_VALUE / 2;

    /** Runs are cut into pieces of this many units, so that scratch space is bounded. */
    private static final int PIECE = 4096;

    private final BreakDictionary dictionary;
    private final boolean weighted;
    private final int[] lengths = new int[MATCHES];
    private final int[] values = new int[MATCHES];
    private final int[] cost = new int[PIECE + 1];
    private final int[] from = new int[PIECE + 1];
    private final int[] cuts = new int[PIECE + 1];

    DictionaryCutter(BreakDictionary dictionary, boolean weighted) {
        this.dictionary = dictionary;
        this.weighted = weighted;
    }

    /** Appends the words of {@code text[start, end)}. */
    void cut(char[] text, int start, int end, Spans into) {
        for (int at = start; at < end; ) {
            int stop = end - at <= PIECE ? end : boundary(text, at, at + PIECE);
            piece(text, at, stop, into);
            at = stop;
        }
    }

    /** The last place at or before {@code limit} where a piece may end. */
    private static int boundary(char[] text, int start, int limit) {
        int at = limit;
        while (at > start + PIECE / 2 && !starts(text, at)) {
            at--;
        }
        return at;
    }

    /**
     * Whether a word may begin here: not in the middle of a surrogate pair, at a combining mark, or at a Thai or Lao vowel
     * that is a letter by category and still hangs on the consonant before it.
     */
    private static boolean starts(char[] text, int at) {
        char c = text[at];
        return !Character.isLowSurrogate(c) && (CharacterClasses.of(c) & CharacterClasses.MARK) == 0 && !isFollowing(c);
    }

    private static boolean isFollowing(char c) {
        return switch (c) {
            case 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0EB0, 0x0EB2, 0x0EB3 -> true;
            default -> false;
        };
    }

    private void piece(char[] text, int start, int end, Spans into) {
        int length = end - start;
        Arrays.fill(cost, 1, length + 1, FAR);
        cost[0] = 0;
        for (int i = 0; i < length; i++) {
            if (cost[i] < FAR) {
                listedWords(text, start, i, end);
                unlistedWords(text, start, i, end);
            }
        }
        emit(start, length, into);
    }

    private void listedWords(char[] text, int start, int i, int end) {
        int found = dictionary.match(text, start + i, end, lengths, values);
        for (int m = 0; m < found; m++) {
            int to = i + lengths[m];
            if (start + to == end || starts(text, start + to)) {
                offer(i, to, cost[i] + (weighted ? values[m] : UNWEIGHTED));
            }
        }
    }

    /** One character with its marks; and, where a run of katakana begins, the whole run. */
    private void unlistedWords(char[] text, int start, int i, int end) {
        int at = start + i + 1;
        while (at < end && !starts(text, at)) {
            at++;
        }
        offer(i, at - start, cost[i] + UNKNOWN * (at - start - i));
        if (weighted && isKatakana(text[start + i]) && (i == 0 || !isKatakana(text[start + i - 1]))) {
            while (at < end && isKatakana(text[at])) {
                at++;
            }
            offer(i, at - start, cost[i] + KATAKANA_RUN);
        }
    }

    private static boolean isKatakana(char c) {
        return (c >= 0x30A1 && c <= 0x30FE && c != 0x30FB) || (c >= 0xFF66 && c <= 0xFF9F);
    }

    private void offer(int i, int to, int price) {
        if (price < cost[to]) {
            cost[to] = price;
            from[to] = i;
        }
    }

    private void emit(int start, int length, Spans into) {
        int count = 0;
        for (int at = length; at > 0; at = from[at]) {
            cuts[count++] = at;
        }
        int previous = 0;
        while (count > 0) {
            int at = cuts[--count];
            into.add(start + previous, start + at);
            previous = at;
        }
    }
}
