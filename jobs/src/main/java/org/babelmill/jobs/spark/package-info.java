/** Spark itself: the session, progress on the console, work placed on exact partitions. */
package org.babelmill.jobs.spark;
