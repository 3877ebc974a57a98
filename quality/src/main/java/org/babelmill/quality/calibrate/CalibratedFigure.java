package org.babelmill.quality.calibrate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.TextSignals;

/**
 * A figure of a language profile and how it is derived. The anchor is the threshold that is in use for English (Rae et al.
 * 2021 and FineWeb); a derived threshold stands to its language as the anchor stands to English.
 */
@SuppressWarnings("ImmutableEnumChecker") // its bounds are two numbers, its measures lambdas without state
public enum CalibratedFigure {
    DUP_LINE_FRAC(Signal.DUP_LINE_FRAC, Side.UPPER, 0.3, new Bounds(0.15, 0.5)),
    TOP_2_GRAM(Signal.TOP_2_GRAM, Side.UPPER, 0.2, new Bounds(0.1, 0.6)),
    TOP_3_GRAM(Signal.TOP_3_GRAM, Side.UPPER, 0.18, new Bounds(0.09, 0.54)),
    TOP_4_GRAM(Signal.TOP_4_GRAM, Side.UPPER, 0.16, new Bounds(0.08, 0.48)),
    DUP_5_GRAM(Signal.DUP_5_GRAM, Side.UPPER, 0.15, new Bounds(0.08, 0.45)),
    DUP_6_GRAM(Signal.DUP_6_GRAM, Side.UPPER, 0.14, new Bounds(0.07, 0.42)),
    DUP_7_GRAM(Signal.DUP_7_GRAM, Side.UPPER, 0.13, new Bounds(0.065, 0.39)),
    DUP_8_GRAM(Signal.DUP_8_GRAM, Side.UPPER, 0.12, new Bounds(0.06, 0.36)),
    DUP_9_GRAM(Signal.DUP_9_GRAM, Side.UPPER, 0.11, new Bounds(0.055, 0.33)),
    DUP_10_GRAM(Signal.DUP_10_GRAM, Side.UPPER, 0.1, new Bounds(0.05, 0.3)),
    LINE_PUNCT_THR(Signal.LINE_PUNCT_FRAC, Side.LOWER, 0.12, new Bounds(0, 0.5)),
    MAX_AVG_WORD_LENGTH(Signal.MEAN_WORD_LENGTH, Side.UPPER, 10, new Bounds(3, 40)),
    MAX_NON_ALPHA_WORDS_RATIO(Signal.ALPHA_WORD_FRAC, Side.LOWER, 0.8, new Bounds(0.3, 0.95)),
    MIN_AVG_WORD_LENGTH(Signal.MEAN_WORD_LENGTH, Side.LOWER, 3, new Bounds(0, 8)),
    NEW_LINE_RATIO(Signal.NEW_LINE_RATIO, Side.UPPER, 0.3, new Bounds(0.05, 1)),
    SHORT_LINE_FRAC(Signal.SHORT_LINE_FRAC, Side.UPPER, 0.67, new Bounds(0.5, 1)),
    PUNCTUATION_MEDIAN(s -> perLetter(s, Signal.PUNCTUATION_FRAC)),
    DIGIT_MEDIAN(s -> perLetter(s, Signal.DIGIT_FRAC)),
    ODD_MEDIAN(s -> perLetter(s, Signal.ODD_FRAC)),
    LANGUAGE_SCORE(s -> s.get(Signal.LANGUAGE_SCORE));

    /** Which side of a threshold is dropped. */
    public enum Side {
        /** Values below it. */
        LOWER,
        /** Values above it. */
        UPPER,
        /** Not a threshold but a figure about the language. */
        NONE
    }

    /**
     * The range a derived threshold is held to.
     *
     * @param min smallest
     * @param max largest
     */
    public record Bounds(double min, double max) {

        /** The value, or the end of the range it is beyond. */
        double clamp(double value) {
            return Math.max(min, Math.min(max, value));
        }
    }

    private final Side side;
    private final double anchor;
    private final Bounds bounds;

    private final ToDoubleFunction<TextSignals> measure;

    CalibratedFigure(Signal signal, Side side, double anchor, Bounds bounds) {
        this.side = side;
        this.anchor = anchor;
        this.bounds = bounds;
        this.measure = signals -> signals.get(signal);
    }

    CalibratedFigure(ToDoubleFunction<TextSignals> measure) {
        this.side = Side.NONE;
        this.anchor = Double.NaN;
        this.bounds = new Bounds(0, Double.MAX_VALUE);
        this.measure = measure;
    }

    /** The figure of a key, where that is derived from a metric. */
    public static Optional<CalibratedFigure> of(ProfileKey key) {
        return Arrays.stream(values()).filter(f -> f.key() == key).findFirst();
    }

    /** Its name in profiles. */
    public ProfileKey key() {
        return ProfileKey.valueOf(name());
    }

    /** Which side of it is dropped. */
    public Side side() {
        return side;
    }

    /** The threshold in use for English; NaN for figures that are no thresholds. */
    public double anchor() {
        return anchor;
    }

    /** The range it is held to. */
    public Bounds bounds() {
        return bounds;
    }

    /** The metric behind it for one text; NaN where that text has none. */
    double measure(TextSignals signals) {
        return measure.applyAsDouble(signals);
    }

    private static double perLetter(TextSignals signals, Signal signal) {
        double letters = signals.get(Signal.LETTER_FRAC);
        return letters > 0 ? 100 * signals.get(signal) / letters : Double.NaN;
    }
}
