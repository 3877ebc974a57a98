package org.babelmill.jobs.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
public final class Figures {

    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);

    private Figures() {}

    /** A number with four significant digits at most below 1,000, and no fraction above; never with an exponent. */
    public static String plain(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal number = new BigDecimal(value);
        BigDecimal rounded = Math.abs(value) >= 1000 ? number.setScale(0, RoundingMode.HALF_EVEN) : number.round(FOUR);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A finite number as it is, never with an exponent. */
    public static String exact(double value) {
        BigDecimal number = new BigDecimal(Double.toString(value));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A value as a reason holds it, rounded where it is a number. */
    public static String rounded(String value) {
        try {
            return plain(Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** A reason of the {@code decisions} table without its stage: {@code stop-words 1 < 2}, or {@code same-text ID}. */
    public static String reason(Object[] reason) {
        String value = reason[1] + " " + rounded((String) reason[2]);
        String threshold = (String) reason[4];
        return threshold.isEmpty() ? value.strip() : value + " " + reason[3] + " " + rounded(threshold);
    }
}
