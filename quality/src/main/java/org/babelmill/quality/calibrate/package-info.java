/**
 * Derives language profiles from text: what FineWeb2 published as figures and never as a program. A
 * {@link org.babelmill.quality.calibrate.LanguageSample} gathers what a language's texts are like, in pieces that can be
 * merged in any order; {@link org.babelmill.quality.calibrate.Calibration} turns samples into thresholds and stop words
 * and says what is odd about them.
 */
package org.babelmill.quality.calibrate;
