package org.babelmill.jobs.survey;

import org.babelmill.quality.signal.SignalUnit;

/** How values are sorted into the bins of a histogram. */
public enum Scale {
    /** 0 or 1. */
    FLAG(2) {
        @Override
        double position(double value) {
            return value;
        }

        @Override
        public double edge(int bin) {
            return bin;
        }
    },
    /** 0 to 1 in steps of 0.025; the last bin holds everything from there on. */
    UNIT(40) {
        @Override
        double position(double value) {
            return value * 40;
        }

        @Override
        public double edge(int bin) {
            return bin / 40.0;
        }
    },
    /** 0 to 10 in steps of 0.25. */
    TEN(40) {
        @Override
        double position(double value) {
            return value * 4;
        }

        @Override
        public double edge(int bin) {
            return bin / 4.0;
        }
    },
    /** 0 to 100 in steps of 2.5. */
    HUNDRED(40) {
        @Override
        double position(double value) {
            return value / 2.5;
        }

        @Override
        public double edge(int bin) {
            return bin * 2.5;
        }
    },
    /** 0, then two bins for each doubling from 1 on. */
    DOUBLING(44) {
        @Override
        double position(double value) {
            return value < 1 ? 0 : 1 + 2 * Math.log(value) / Math.log(2);
        }

        @Override
        public double edge(int bin) {
            return bin == 0 ? 0 : Math.pow(2, (bin - 1) / 2.0);
        }
    };

    private final int bins;

    Scale(int bins) {
        this.bins = bins;
    }

    /** The scale for a unit. */
    public static Scale of(SignalUnit unit) {
        return switch (unit) {
            case COUNT, CHARACTERS -> DOUBLING;
            case SHARE, RATIO, SCORE_1 -> UNIT;
            case BITS, SCORE_10 -> TEN;
            case PERCENT -> HUNDRED;
            case FLAG -> FLAG;
        };
    }

    /** Number of bins. */
    public int bins() {
        return bins;
    }

    /** The bin of a value; values beyond the ends go to the first and last. */
    public int bin(double value) {
        return (int) Math.max(0, Math.min(bins - 1, Math.floor(position(value))));
    }

    /** Where a value lies between the first edge, 0, and the last, 1. */
    public double share(double value) {
        return Math.max(0, Math.min(1, position(value) / bins));
    }

    abstract double position(double value);

    /** The lowest value of a bin; of the bin after the last, the end of the axis. */
    public abstract double edge(int bin);
}
