package org.babelmill.quality.score;

import java.util.Arrays;
import org.babelmill.quality.text.CountTable;
import org.babelmill.quality.text.Lines;

/**
 * The document score of HPLT's scorer 1.3: every part from 0 to 1.
 *
 * <p>total = (0.8 language + 0.1 long + 0.1 great) · P. P is the product of the penalties x, each to the power
 * 3 x<sup>-2.9</sup> / Σ x<sup>-2.9</sup>, so that the worst weigh most; one below 0.1 makes it 0. Evenness of line
 * lengths is recorded beside the score: code and description of the original disagree on its direction. Belongs to one
 * thread.
 */
public final class CurrentScore {

    private static final int MENU = 30;
    private static final int LONG_LINE = 250;
    private static final double BETA = 3;
    private static final double EXPONENT = -2.9;
    private static final double LOWEST = 0.1;

    /** Lines whose share of digits or odd characters is above this, and that are not tiny, count as heaps of them. */
    private static final double HEAP_SHARE = 0.1;

    private static final int HEAP_LINE = 10;
    private static final int REPEATABLE = 4;
    private static final int EVEN_CAP = 250;

    private static final Curve URLS = Curve.of(3, 1, 10, 0);
    private static final Curve PUNCTUATION = Curve.of(0.3, 0, 0.5, 0.7, 0.9, 1, 2.5, 1, 25, 0);
    private static final double PUNCTUATION_LACK = 0.5;
    private static final Curve LACK = Curve.of(0.05, 1, 0.2, 0.6, 0.4, 0);
    private static final Curve SINGULAR = Curve.of(1, 1, 2, 0.7, 6, 0.5, 10, 0);
    private static final Curve SINGULAR_HEAP = Curve.of(30, 1, 250, 0);
    private static final Curve NUMBERS = Curve.of(1, 1, 30, 0);
    private static final Curve NUMBERS_HEAP = Curve.of(50, 1, 1000, 0);
    private static final Curve GREAT = Curve.of(250, 0, 1000, 1);

    private final double[] parts = new double[ScorePart.values().length];
    private final CountTable counts = new CountTable();

    /**
     * Scores a text; the parts can be read until the next one.
     *
     * @param punctuated whether the language uses punctuation as others do; Thai does not
     */
    public void measure(ScoreInput input, ScoreNorms norms, CompressionGroup group, boolean punctuated) {
        Arrays.fill(parts, Double.NaN);
        Lines lines = input.lines();
        Totals totals = Totals.of(input, MENU);
        set(ScorePart.LANGUAGE, totals.rightShare());
        set(ScorePart.LONG, Math.min(10, longLines(lines)) / 10.0);
        set(ScorePart.GREAT, GREAT.at(totals.longest()));
        set(ScorePart.URL, input.chars() == 0 ? 0 : URLS.at(input.urls() * MENU * 80.0 / input.chars()));
        set(ScorePart.PUNCTUATION, punctuated ? punctuation(lines, totals, norms.punctuation()) : 1);
        set(
                ScorePart.SINGULAR,
                Math.min(SINGULAR.at(totals.percent(totals.odd()), norms.odd()), SINGULAR_HEAP.at((double)
                        oddHeap(lines))));
        set(
                ScorePart.NUMBERS,
                Math.min(NUMBERS.at(totals.percent(totals.digits()), norms.digits()), NUMBERS_HEAP.at((double)
                        digitHeap(lines))));
        set(ScorePart.REPEATED, 1 - repeatedShare(lines));
        set(ScorePart.INFORMATIVENESS, ReleaseScore.informativeness(input, group) / 10);
        set(ScorePart.SHORT_LINES, evenness(lines));
        set(ScorePart.TOTAL, total());
    }

    /** A part of the score last measured. */
    public double get(ScorePart part) {
        return parts[part.index()];
    }

    private void set(ScorePart part, double value) {
        parts[part.index()] = value;
    }

    private double total() {
        double[] penalties = {
            get(ScorePart.URL),
            get(ScorePart.PUNCTUATION),
            get(ScorePart.SINGULAR),
            get(ScorePart.NUMBERS),
            get(ScorePart.REPEATED),
            get(ScorePart.INFORMATIVENESS)
        };
        double weights = 0;
        for (double penalty : penalties) {
            if (penalty < LOWEST) {
                return 0;
            }
            weights += StrictMath.pow(penalty, EXPONENT);
        }
        double product = 1;
        for (double penalty : penalties) {
            product *= StrictMath.pow(penalty, BETA * StrictMath.pow(penalty, EXPONENT) / weights);
        }
        return product * (0.8 * get(ScorePart.LANGUAGE) + 0.1 * get(ScorePart.LONG) + 0.1 * get(ScorePart.GREAT));
    }

    /** The share of punctuation in the whole, and of letters in long lines that have almost none. */
    private static double punctuation(Lines lines, Totals totals, double norm) {
        long lacking = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.letters(i) > 3 * MENU
                    && 100.0 * lines.punctuation(i) / lines.letters(i) < PUNCTUATION_LACK * norm) {
                lacking += lines.letters(i);
            }
        }
        double share = totals.letters() == 0 ? 0 : lacking / (double) totals.letters();
        return Math.min(PUNCTUATION.at(totals.percent(totals.punctuation()), norm), LACK.at(share));
    }

    private static long oddHeap(Lines lines) {
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            sum += isHeap(lines.odd(i), lines.length(i)) ? lines.odd(i) : 0;
        }
        return sum;
    }

    private static long digitHeap(Lines lines) {
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            sum += isHeap(lines.digits(i), lines.length(i)) ? lines.digits(i) : 0;
        }
        return sum;
    }

    private static boolean isHeap(int count, int length) {
        return length >= HEAP_LINE && count > HEAP_SHARE * length;
    }

    private static int longLines(Lines lines) {
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            count += lines.length(i) > LONG_LINE ? 1 : 0;
        }
        return count;
    }

    /** Share of lines that have a twin, every copy counted. */
    private double repeatedShare(Lines lines) {
        counts.reset(lines.size());
        int counted = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.length(i) > REPEATABLE) {
                counted++;
                counts.add(lines.hash(i), i);
            }
        }
        int copies = 0;
        for (int i = 0; i < counts.size(); i++) {
            copies += counts.count(i) > 1 ? counts.count(i) : 0;
        }
        return counted == 0 ? 0 : copies / (double) counted;
    }

    /** 1 / (1 + coefficient of variation) of line lengths, none taken as longer than the cap. */
    private static double evenness(Lines lines) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.isBlank(i)) {
                double length = Math.min(EVEN_CAP, lines.length(i));
                sum += length;
                squares += length * length;
                n++;
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        double mean = sum / n;
        double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        return 1 / (1 + deviation / mean);
    }
}
