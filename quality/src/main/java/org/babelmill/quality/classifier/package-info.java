/**
 * A quality classifier that anyone can train from two piles of text: a linear model over hashed words and pairs of words,
 * as fastText's without its hidden layer. Training is one thread over the texts in a fixed order, so that the same texts
 * give the same file, byte for byte.
 */
package org.babelmill.quality.classifier;
