package org.babelmill.langid.ngram;

import java.util.Arrays;
import java.util.List;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Decides between languages that share nearly all of their words. What a text is about moves the frequency of many words
 * a little, and this adds up to more than the few words that only one of the languages has; so each word counts by the
 * square of what it says. Pays for Bosnian, Croatian and Serbian; for Danish and Norwegian, Czech and Slovak, Galician
 * and Portuguese it was tried and does not. One thread at a time.
 */
final class CloseContest {

    /** The plain sum of what the words say decides where the squares do not. */
    private static final double PLAIN = 0.001;

    private final NgramPack pack;
    private final int[] members;
    private final WordBatch batch;
    private final GramSlots grams;
    private final double[] values;
    private final double[][] sums;

    /** @param tags those that are not in the pack are left out */
    CloseContest(NgramPack pack, List<LanguageTag> tags) {
        this.pack = pack;
        this.members =
                tags.stream().mapToInt(pack.tags()::indexOf).filter(n -> n >= 0).toArray();
        this.batch = new WordBatch(pack);
        this.grams = new GramSlots(pack);
        this.values = new double[members.length];
        this.sums = new double[members.length][members.length];
    }

    /** Whether a language takes part, and with it another. */
    boolean concerns(int language) {
        if (members.length < 2) {
            return false;
        }
        for (int member : members) {
            if (member == language) {
                return true;
            }
        }
        return false;
    }

    /** The winner's number in the pack. */
    int winner(char[] text, int from, int to, int maxLetters) {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        batch.reset(text, from, to, WordBatch.ALL_GROUPS, maxLetters);
        for (int size = batch.next(); size > 0; size = batch.next()) {
            for (int word = 0; word < size; word++) {
                add(word);
            }
        }
        return members[strongest()];
    }

    private void add(int word) {
        long whole = batch.slot(word);
        int count = whole != 0 ? 1 : grams.find(batch.key(word), batch.chars(), batch.start(word), batch.length(word));
        if (count == 0) {
            return;
        }
        double unit = pack.metadata().step() / count;
        for (int i = 0; i < members.length; i++) {
            int value = 0;
            for (int place = 0; place < count; place++) {
                value += pack.value(whole != 0 ? whole : grams.slot(place), members[i]);
            }
            values[i] = value * unit;
        }
        for (int i = 0; i < members.length; i++) {
            for (int j = 0; j < members.length; j++) {
                double ahead = values[i] - values[j];
                sums[i][j] += ahead * (Math.abs(ahead) + PLAIN);
            }
        }
    }

    /** The member whose narrowest lead is the widest. */
    private int strongest() {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < members.length; i++) {
            double narrowest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < members.length; j++) {
                narrowest = i == j ? narrowest : Math.min(narrowest, sums[i][j]);
            }
            if (narrowest > most) {
                best = i;
                most = narrowest;
            }
        }
        return best;
    }
}
