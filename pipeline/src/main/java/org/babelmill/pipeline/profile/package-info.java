/**
 * What is usual in a language: thresholds and stop words for each {@code lang_Script}, from the files that ship or from
 * the user's, FineWeb2's own among them.
 */
package org.babelmill.pipeline.profile;
