/** Main text alone: archives and single pages in, one line a document out, without Spark and without a run directory. */
package org.babelmill.jobs.maintext;
