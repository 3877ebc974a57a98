package org.babelmill.quality.calibrate;

import org.babelmill.quality.calibrate.CalibratedFigure.Side;

/**
 * How a threshold follows from the distribution of its metric in a language. Each method is written as its name, or, with
 * a parameter that replaces the comparison with English, as {@code name:parameter}.
 *
 * @param kind the method
 * @param parameter its parameter; NaN to take it from English, so that the anchor comes out for English itself
 */
public record DerivationMethod(Kind kind, double parameter) {

    /** The methods. */
    public enum Kind {
        /** Mean plus or minus so many standard deviations. */
        MEAN_STD,
        /** The value that a share of the texts does not exceed. */
        QUANTILE,
        /** The value that cuts a share of the texts off, on the side that is dropped. */
        TAIL,
        /** The anchor times median over median of English; times the parameter where there is one. */
        MEDIAN_RATIO,
        /**
         * The anchor times what the shortest n-gram's threshold came out at over its own anchor: short reference texts
         * hardly repeat their longer n-grams, and say nothing about them.
         */
        FOLLOW
    }

    /** Deviations beyond this say that the metric hardly varies in English, and nothing about the threshold. */
    private static final double MOST_DEVIATIONS = 100;

    /**
     * Reads {@code mean-std}, {@code quantile:0.05} and the like.
     *
     * @throws IllegalArgumentException when it is none of them; the message says what is allowed
     */
    public static DerivationMethod parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Kind kind = switch (name) {
            case "mean-std" -> Kind.MEAN_STD;
            case "quantile" -> Kind.QUANTILE;
            case "tail" -> Kind.TAIL;
            case "median-ratio" -> Kind.MEDIAN_RATIO;
            case "follow" -> Kind.FOLLOW;
            default ->
                throw new IllegalArgumentException(
                        "one of mean-std, quantile, tail, median-ratio, follow, with a parameter as in mean-std:2: "
                                + text);
        };
        DerivationMethod method = new DerivationMethod(kind, colon < 0 ? Double.NaN : number(text, colon + 1));
        if (kind == Kind.TAIL && colon < 0) {
            throw new IllegalArgumentException("tail needs the share it cuts off, as in tail:0.1");
        }
        return method;
    }

    private static double number(String text, int from) {
        try {
            return Double.parseDouble(text.substring(from));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number after the colon, as in mean-std:2: " + text, e);
        }
    }

    /**
     * Derives a threshold, before clamping.
     *
     * @param own the metric in the language
     * @param english the metric in English
     * @return NaN where the distributions say nothing, and for {@link Kind#FOLLOW}
     */
    double derive(CalibratedFigure figure, MetricHistogram own, MetricHistogram english) {
        return switch (kind) {
            case MEAN_STD -> own.mean() + deviations(figure, english) * own.deviation();
            case QUANTILE -> own.quantile(Double.isNaN(parameter) ? english.shareBelow(figure.anchor()) : parameter);
            case TAIL -> own.quantile(figure.side() == Side.UPPER ? 1 - parameter : parameter);
            case MEDIAN_RATIO ->
                english.median() > 0
                        ? figure.anchor()
                                * (own.median() / english.median())
                                * (Double.isNaN(parameter) ? 1 : parameter)
                        : Double.NaN;
            case FOLLOW -> Double.NaN;
        };
    }

    /** Where the anchor lies in English, in standard deviations from the mean. */
    private double deviations(CalibratedFigure figure, MetricHistogram english) {
        if (!Double.isNaN(parameter)) {
            return figure.side() == Side.UPPER ? parameter : -parameter;
        }
        double deviations = (figure.anchor() - english.mean()) / english.deviation();
        return Math.abs(deviations) <= MOST_DEVIATIONS ? deviations : Double.NaN;
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Double.isNaN(parameter) ? name : name + ":" + parameter;
    }
}
