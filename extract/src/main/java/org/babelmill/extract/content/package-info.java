/** Which blocks of a page are its main content, and the tree that they make. */
package org.babelmill.extract.content;
