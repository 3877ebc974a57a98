/** Language identification: counts for the pack that ships, scores, cross-validation, calibration, speed. */
package org.babelmill.bench.langid;
