/** From the scores of a run to thresholds by language, in a file that a person can read and change. */
package org.babelmill.langid.calibrate;
