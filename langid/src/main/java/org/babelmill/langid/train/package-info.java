/**
 * Labelled text to an n-gram pack. {@code WordCounts} counts, and adds up wherever the text was counted;
 * {@code FeatureTable} is what a language looks like; {@code PackTrainer} makes the pack of them.
 */
package org.babelmill.langid.train;
