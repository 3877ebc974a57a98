package org.babelmill.langid.calibrate;

import static java.util.Objects.requireNonNull;

/**
 * How thresholds are found.
 *
 * @param method what they go by
 * @param low no threshold is lower, from 0 to 1
 * @param high no threshold is higher, from {@code low} to 1
 * @param minDocuments languages with fewer documents get no threshold of their own, 1 or more
 * @param agreement share of the pages declaring a language that must declare the label's, from 0 to 1
 */
public record ThresholdRules(Method method, double low, double high, long minDocuments, double agreement) {

    /** What a threshold goes by. */
    public enum Method {
        /** The median of the scores less their standard deviation, as in FineWeb2. */
        MEDIAN,
        /** The lowest score from which on the pages' own declarations agree. */
        AGREEMENT,
        /** The higher one of both. */
        HIGHER
    }

    public ThresholdRules {
        requireNonNull(method, "method");
        if (!(low >= 0 && low <= high && high <= 1) || minDocuments < 1 || !(agreement >= 0 && agreement <= 1)) {
            throw new IllegalArgumentException("threshold rules: from " + low + " to " + high
                    + " (0 to 1, the lower one first), documents " + minDocuments + " (1 or more), agreement "
                    + agreement + " (0 to 1)");
        }
    }

    /** FineWeb2's: the median less the standard deviation, from 0.3 to 0.9; from 100 documents on; agreement 0.9. */
    public static ThresholdRules standard() {
        return new ThresholdRules(Method.MEDIAN, 0.3, 0.9, 100, 0.9);
    }
}
