/**
 * The tables of a run directory. One {@link org.babelmill.jobs.table.TableSchema} in code gives the Parquet schema, the
 * Spark schema and the documentation; rows are arrays in the schema's order, written straight to Parquet by the task
 * that made them.
 */
package org.babelmill.jobs.table;
