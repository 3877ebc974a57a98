/**
 * The default engine: words, and where no language knows a word its character n-grams, after HeLI (Jauhiainen, Lindén,
 * Jauhiainen 2016: "HeLI, a word-based backoff method for language identification"). A {@code Pack} holds the tables of
 * all languages; it is read once and shared.
 */
package org.babelmill.langid.ngram;
