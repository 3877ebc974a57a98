package org.babelmill.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A score in a hundred fine bins, with a document from each: deciles can be cut from it. Not thread-safe. */
public final class ScoreTally implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int BINS = 100;

    private final double max;
    private final long[] documents = new long[BINS];
    private final long[] kept = new long[BINS];
    private final Picks[] picks = new Picks[BINS];

    ScoreTally(double max) {
        this.max = max;
        for (int i = 0; i < BINS; i++) {
            picks[i] = new Picks(1);
        }
    }

    /**
     * A tenth of the documents by score; documents of one fine bin stay together.
     *
     * @param from lowest score, to a hundredth of the range
     * @param to highest score, likewise
     * @param documents how many
     * @param kept how many of them were kept
     * @param pick one of them
     */
    public record Decile(double from, double to, long documents, long kept, Pick pick) {}

    void add(double value, boolean keep, Pick pick) {
        int bin = (int) Math.max(0, Math.min(BINS - 1, Math.floor(value * BINS / max)));
        documents[bin]++;
        kept[bin] += keep ? 1 : 0;
        picks[bin].offer(pick);
    }

    ScoreTally plus(ScoreTally other) {
        for (int i = 0; i < BINS; i++) {
            documents[i] += other.documents[i];
            kept[i] += other.kept[i];
            picks[i].plus(other.picks[i]);
        }
        return this;
    }

    /** The deciles from the lowest; fewer than ten where many documents have one score. */
    public List<Decile> deciles() {
        long total = 0;
        for (long n : documents) {
            total += n;
        }
        List<Decile> deciles = new ArrayList<>();
        long before = 0;
        int start = 0;
        long inside = 0;
        for (int bin = 0; bin < BINS; bin++) {
            inside += documents[bin];
            long target = total * (deciles.size() + 1) / 10;
            if (inside > 0 && (before + inside >= target || bin == BINS - 1)) {
                deciles.add(decile(start, bin, inside));
                before += inside;
                inside = 0;
                start = bin + 1;
            }
        }
        return deciles;
    }

    private Decile decile(int first, int last, long number) {
        long keptInside = 0;
        int sample = -1;
        int lowest = -1;
        int highest = last;
        for (int bin = first; bin <= last; bin++) {
            keptInside += kept[bin];
            if (documents[bin] > 0) {
                lowest = lowest < 0 ? bin : lowest;
                highest = bin;
                sample = sample < 0 || documents[bin] > documents[sample] ? bin : sample;
            }
        }
        return new Decile(
                max * lowest / BINS,
                max * (highest + 1) / BINS,
                number,
                keptInside,
                picks[sample].list().get(0));
    }
}
