/**
 * The false-language alarm: a language in which almost nothing survives the filters, or whose pages say that they are
 * something else, is probably pages of a big neighbour under a wrong label. It is held back until a person has looked.
 */
package org.babelmill.quality.alarm;
