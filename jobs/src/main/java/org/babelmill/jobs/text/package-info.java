/** Documents that are already text when they come: JSON lines and Parquet. */
package org.babelmill.jobs.text;
