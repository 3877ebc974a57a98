/** Which addresses are refused before anything is made of their page: block lists, words, extensions, bare IP hosts. */
package org.babelmill.extract.url;
