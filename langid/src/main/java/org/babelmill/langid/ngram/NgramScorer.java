package org.babelmill.langid.ngram;

import java.util.Arrays;
import java.util.List;
import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.langid.words.WordScanner;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Scores text against the languages of a pack. A word that some language knows costs each language its -log10 relative
 * frequency, or the penalty where it is missing. A word that none knows is cut, with a space at either end, into the
 * longest n-grams of which some language knows one, and costs the mean over those. The language with the lowest sum of
 * costs and of its handicap wins.
 *
 * <p>One thread at a time; made to be reused, so that scoring allocates nothing.
 */
public final class NgramScorer {

    /** For so many words it is kept who has them, to say later how many of them the best language has. */
    private static final int KEPT_WORDS = 64;

    private static final int ROOM = WordScanner.MAX_LENGTH + 6;

    private final NgramPack pack;
    private final WordBatch batch;
    private final GramSlots grams;
    private final WideRows rows;
    private final double step;
    private final int[][] candidates = new int[ScriptGroups.COUNT][];
    private final float[][] starts = new float[ScriptGroups.COUNT][];
    private final float[] gains;
    private final long[] kept = new long[KEPT_WORDS];
    private final float[] weights = new float[ROOM];
    private int group;
    private int words;
    private int wordHits;
    private int best;
    private int second;

    /** A scorer for one thread. */
    public NgramScorer(NgramPack pack) {
        this.pack = pack;
        this.batch = new WordBatch(pack);
        this.grams = new GramSlots(pack);
        this.rows = new WideRows(pack);
        this.step = pack.metadata().step();
        this.gains = new float[pack.tags().size()];
        List<LanguageTag> tags = pack.tags();
        for (int i = 0; i < tags.size(); i++) {
            int of = ScriptGroups.of(tags.get(i));
            int[] old = candidates[of] == null ? new int[0] : candidates[of];
            candidates[of] = Arrays.copyOf(old, old.length + 1);
            candidates[of][old.length] = i;
        }
        for (int of = 0; of < starts.length; of++) {
            starts[of] = candidates[of] == null ? null : start(candidates[of]);
        }
        for (int n = 1; n < ROOM; n++) {
            weights[n] = 1f / n;
        }
    }

    /** The totals before the first word: handicaps, and what keeps languages of other groups from winning. */
    private float[] start(int[] languages) {
        float[] start = new float[gains.length];
        Arrays.fill(start, Float.NEGATIVE_INFINITY);
        for (int language : languages) {
            start[language] = (float) (pack.prior(language) / step);
        }
        return start;
    }

    /**
     * Scores words of one group of scripts and passes over the others.
     *
     * @param group from {@link ScriptGroups}
     * @param maxLetters words are read until they have so many letters, one more counted for each word
     */
    public void score(char[] text, int from, int to, int group, int maxLetters) {
        this.group = group;
        best = -1;
        second = -1;
        words = 0;
        wordHits = 0;
        batch.reset(text, from, to, group, maxLetters);
        if (starts[group] == null) {
            return;
        }
        System.arraycopy(starts[group], 0, gains, 0, gains.length);
        for (int size = batch.next(); size > 0; size = batch.next()) {
            for (int word = 0; word < size; word++) {
                add(word);
            }
        }
        if (words > 0) {
            rank();
        }
    }

    /** Words that were scored. */
    public int words() {
        return words;
    }

    /** Letters in those words. */
    public int letters() {
        return batch.letters();
    }

    /** The number of the language that wins; -1 where no language of the group is in the pack or there was no word. */
    public int best() {
        return best;
    }

    /** The number of the language that comes next; -1 where there is none. */
    int second() {
        return second;
    }

    /** By how much the winner beats a language of the same group: log10 of the ratio of their likelihoods. */
    public double advantageOver(int language) {
        return (gains[best] - gains[language]) * step;
    }

    /** Makes another language of the group the winner, and the one before it the second. */
    void prefer(int language) {
        if (language != best) {
            second = best;
            best = language;
        }
    }

    /** What speaks for the winner. Only when there is one. */
    public Evidence evidence() {
        double penalty = pack.metadata().penalty();
        double margin = second < 0 ? penalty : advantageOver(second) / words;
        int known = Math.min(words, KEPT_WORDS);
        int own = 0;
        for (int i = 0; i < known; i++) {
            if (kept[i] != 0 && pack.has(kept[i], best)) {
                own++;
            }
        }
        double cost = penalty - (gains[best] - starts[group][best]) * step / words;
        return new Evidence(
                margin,
                cost,
                (double) wordHits / words,
                (double) own / known,
                words,
                (double) batch.letters() / words,
                pack.experience(best),
                second < 0 ? 0 : pack.experience(second));
    }

    /** The numbers of the languages that competed. */
    public int[] candidates() {
        int[] numbers = candidates[group];
        return numbers == null ? new int[0] : numbers.clone();
    }

    private void add(int word) {
        long slot = batch.slot(word);
        if (words < KEPT_WORDS) {
            kept[words] = slot;
        }
        words++;
        if (slot != 0) {
            wordHits++;
            rows.add(slot, gains);
            return;
        }
        int count = grams.find(batch.key(word), batch.chars(), batch.start(word), batch.length(word));
        for (int place = 0; place < count; place++) {
            pack.add(grams.slot(place), weights[count], gains);
        }
    }

    private void rank() {
        float most = Float.NEGATIVE_INFINITY;
        float next = Float.NEGATIVE_INFINITY;
        for (int language = 0; language < gains.length; language++) {
            float total = gains[language];
            if (total > next) {
                if (total > most) {
                    second = best;
                    next = most;
                    best = language;
                    most = total;
                } else {
                    second = language;
                    next = total;
                }
            }
        }
    }
}
