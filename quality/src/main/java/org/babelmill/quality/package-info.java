/** How good a text is, and why: signals, filter plans, repair, personal data. */
package org.babelmill.quality;
