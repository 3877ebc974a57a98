/** The Spark dataflows, storage, command line and distribution: the one module that knows Spark, Hadoop and Parquet. */
package org.babelmill.jobs;
