/**
 * Word segmenters from Lucene's analyzers, for those who want morphemes as dictionaries know them: Kuromoji for Japanese,
 * Nori for Korean, SmartChinese for Chinese in simplified characters. They need Lucene's jars on the class path, which
 * Babelmill does not bring: 22 MB that most runs have no use for.
 */
package org.babelmill.quality.lucene;
