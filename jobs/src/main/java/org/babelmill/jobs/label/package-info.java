/** Language labels alone: texts in, one line a text out, without Spark and without a run directory. */
package org.babelmill.jobs.label;
