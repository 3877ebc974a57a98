/** The dedup stage of a run: its signals in, its clusters out, one file a split in the order of the documents. */
package org.babelmill.jobs.cluster;
