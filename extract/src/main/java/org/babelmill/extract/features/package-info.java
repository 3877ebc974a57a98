/**
 * Numbers about the blocks of a page, and about the page as a whole, that the choice of the main content rests on. None
 * of them depends on a language or on spaces between words.
 */
package org.babelmill.extract.features;
