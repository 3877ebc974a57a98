/**
 * From bytes to characters as browsers do it: byte order mark, valid UTF-8, transport header, the page's own
 * declaration, statistics over the visible words that are not ASCII, and a default. Damage is replaced and counted.
 */
package org.babelmill.extract.charset;
