/**
 * Personal data and secrets: found in one pass over the text by hand-written scanners, so that no text, however hostile,
 * takes more than linear time; recorded as spans with their kind; masked when shards are written, by a replacement that the
 * match itself decides.
 */
package org.babelmill.quality.privacy;
