/** Language identification made to fit: thresholds from a run's own scores, packs from labelled text. */
package org.babelmill.jobs.langid;
