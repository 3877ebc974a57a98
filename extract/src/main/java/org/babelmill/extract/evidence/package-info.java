/**
 * What a page and its transport say about language, rights and origin. Evidence is kept as it was found; what follows
 * from it is decided elsewhere, by the configuration.
 */
package org.babelmill.extract.evidence;
