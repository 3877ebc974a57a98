package org.babelmill.jobs.mixture;

/** What a language's share is proportional to, before caps and floors. */
public enum Policy {
    /** To its size. */
    PROPORTIONAL,
    /** To its size raised to {@code alpha}: 0.7 for mBERT, 0.3 for XLM-R and mT5. */
    TEMPERATURE,
    /** To nothing: all get the same, as far as the cap on epochs lets them (UniMax, Chung et al. 2023). */
    UNIMAX,
    /** To the weights that the recipe gives. */
    FIXED
}
