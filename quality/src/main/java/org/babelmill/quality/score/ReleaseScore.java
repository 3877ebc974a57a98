package org.babelmill.quality.score;

import java.util.Arrays;
import org.babelmill.quality.text.KeySet;
import org.babelmill.quality.text.Lines;

/**
 * The document score of HPLT 3.0: every part from 0 to 10, the total with one decimal.
 *
 * <p>total = (0.8 language + long / 10 + great / 10) · M, where M is the product of the two lowest of the six penalties
 * and the mean of the other four, each over 10. Belongs to one thread.
 */
public final class ReleaseScore {

    /** Lines with no more letters than this are menu entries. */
    private static final int MENU = 25;

    private static final int LONG_LINE = 250;
    private static final Curve URLS = Curve.of(3, 10, 5, 7, 10, 0);
    private static final Curve PUNCTUATION = Curve.of(0.3, 0, 0.5, 7, 0.9, 10, 2.5, 10, 9, 7, 13, 5, 25, 0);
    private static final Curve SINGULAR = Curve.of(1, 10, 2, 7, 6, 5, 10, 0);
    private static final Curve NUMBERS = Curve.of(1, 10, 10, 7, 15, 5, 30, 0);
    private static final Curve GREAT = Curve.of(250, 0, 1000, 10);
    private static final Curve DEVIATION = Curve.of(10, 10, 15, 7, 20, 0);

    private final double[] parts = new double[ScorePart.values().length];
    private final double[] penalties = new double[6];
    private final KeySet seen = new KeySet();

    /** Scores a text; the parts can be read until the next one. */
    public void measure(ScoreInput input, ScoreNorms norms, CompressionGroup group) {
        Arrays.fill(parts, Double.NaN);
        Totals totals = Totals.of(input, MENU);
        set(ScorePart.LANGUAGE, 10 * totals.rightShare());
        set(ScorePart.LONG, Math.min(10, longLines(input.lines())));
        set(ScorePart.GREAT, GREAT.at(totals.longest()));
        set(ScorePart.URL, input.chars() == 0 ? 0 : URLS.at(input.urls() * MENU * 100.0 / input.chars()));
        set(ScorePart.PUNCTUATION, PUNCTUATION.at(totals.percent(totals.punctuation()), norms.punctuation()));
        set(ScorePart.SINGULAR, SINGULAR.at(totals.percent(totals.odd()), norms.odd()));
        set(ScorePart.NUMBERS, NUMBERS.at(totals.percent(totals.digits()), norms.digits()));
        set(ScorePart.REPEATED, 10 * (1 - repeatedShare(input.lines())));
        set(ScorePart.INFORMATIVENESS, informativeness(input, group));
        set(ScorePart.TOTAL, rounded(total()));
    }

    /** A part of the score last measured; NaN for {@link ScorePart#SHORT_LINES}, which this score has not. */
    public double get(ScorePart part) {
        return parts[part.index()];
    }

    static double informativeness(ScoreInput input, CompressionGroup group) {
        double expected = group.expected(input.bytes());
        return Double.isNaN(expected) ? 10 : DEVIATION.at(Math.abs(input.saved() - expected));
    }

    private void set(ScorePart part, double value) {
        parts[part.index()] = value;
    }

    private double total() {
        double base = 0.8 * get(ScorePart.LANGUAGE) + get(ScorePart.LONG) / 10 + get(ScorePart.GREAT) / 10;
        penalties[0] = get(ScorePart.URL);
        penalties[1] = get(ScorePart.PUNCTUATION);
        penalties[2] = get(ScorePart.SINGULAR);
        penalties[3] = get(ScorePart.NUMBERS);
        penalties[4] = get(ScorePart.REPEATED);
        penalties[5] = get(ScorePart.INFORMATIVENESS);
        Arrays.sort(penalties);
        double rest = (penalties[2] + penalties[3] + penalties[4] + penalties[5]) / 4;
        return base * (penalties[0] / 10) * (penalties[1] / 10) * (rest / 10);
    }

    private static double rounded(double score) {
        return Math.rint(score * 10) / 10;
    }

    private static int longLines(Lines lines) {
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            count += lines.length(i) > LONG_LINE ? 1 : 0;
        }
        return count;
    }

    private double repeatedShare(Lines lines) {
        seen.reset(lines.size());
        int counted = 0;
        int repeated = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.letters(i) > MENU) {
                counted++;
                repeated += seen.add(lines.hash(i)) ? 0 : 1;
            }
        }
        return counted == 0 ? 0 : repeated / (double) counted;
    }
}
