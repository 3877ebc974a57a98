/** Boilerplate lines: which lines too many pages have, and texts without them. */
package org.babelmill.jobs.lines;
