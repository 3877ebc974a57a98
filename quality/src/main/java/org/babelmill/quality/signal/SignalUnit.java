package org.babelmill.quality.signal;

/** What a signal is measured in, with the range it stays in. */
public enum SignalUnit {
    COUNT("count", Double.POSITIVE_INFINITY),
    CHARACTERS("characters", Double.POSITIVE_INFINITY),
    BITS("bits", 32),
    /** A part of a whole. */
    SHARE("share", 1),
    /** One number per another; may exceed 1. */
    RATIO("ratio", Double.POSITIVE_INFINITY),
    PERCENT("percent", 100),
    /** A score where 1 is best. */
    SCORE_1("score", 1),
    /** A score where 10 is best. */
    SCORE_10("score", 10),
    /** 0 or 1. */
    FLAG("0 or 1", 1);

    private final String label;
    private final double max;

    SignalUnit(String label, double max) {
        this.label = label;
        this.max = max;
    }

    /** The name used in documentation. */
    public String label() {
        return label;
    }

    /** Smallest possible value. */
    public double min() {
        return 0;
    }

    /** Largest possible value; positive infinity where there is none. */
    public double max() {
        return max;
    }
}
