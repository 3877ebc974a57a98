/** Tables as text: JSON lines and tab-separated values. */
package org.babelmill.jobs.export;
