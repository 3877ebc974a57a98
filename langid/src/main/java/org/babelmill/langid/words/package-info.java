/** Text to the words that identifiers look at: lower-case runs of letters, without addresses, codes and numbers. */
package org.babelmill.langid.words;
