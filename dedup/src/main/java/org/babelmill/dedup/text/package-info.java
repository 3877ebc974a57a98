/** Text to tokens: the simplification that near-duplicate detection compares under, and the canonical form of a URL. */
package org.babelmill.dedup.text;
