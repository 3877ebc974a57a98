/**
 * fastText models (Bojanowski, Joulin et al.) in Java: {@code .bin} and {@code .ftz} files of supervised models, read as
 * the C++ program reads them, with the same answers.
 */
package org.babelmill.langid.fasttext;
