/** Derives language profiles, precision lists and quality classifiers from text, on Spark. */
package org.babelmill.jobs.calibrate;
