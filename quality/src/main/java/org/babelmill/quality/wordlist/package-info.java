/**
 * Lists of words that tell something about a text: the user's toxic and adult words, the precision lists that hold a
 * small language apart from a big neighbour, and what a web address says about the language behind it.
 */
package org.babelmill.quality.wordlist;
