/** Text primitives that every room shares: scripts of characters, words, sentences. */
package org.babelmill.pipeline.text;
