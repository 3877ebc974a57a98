/** From PDF to the same tree that pages become: text layer, lines joined to paragraphs, words that hyphens parted. */
package org.babelmill.extract.pdf;
