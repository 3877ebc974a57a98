/**
 * What was extracted from a page: a tree of typed blocks. Plain text and Markdown are renderings of it, and it can be
 * stored in a compact form.
 */
package org.babelmill.extract.tree;
