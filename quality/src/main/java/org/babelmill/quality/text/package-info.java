/**
 * A text as the measurements see it: its lines, its tokens with hashes, and counters over them. Made once for each text,
 * in arrays that are used again for the next; not meant to be used from outside this module.
 */
package org.babelmill.quality.text;
