/**
 * A parsed page laid out flat: its text in reading order, cut into blocks, and the block-level elements around them with
 * what their names say about them. Everything after the parse works on these arrays.
 */
package org.babelmill.extract.page;
