/**
 * Looking at a finished run without Spark: finding a document, telling its whole way, trying other thresholds on its
 * signals, comparing two runs. Reads only; reads only the columns it needs.
 */
package org.babelmill.jobs.inspect;
