/**
 * What a finished run's tables say in total: one pass over the columns that matter, split by split, into counts,
 * histograms and a bounded number of chosen documents. What is chosen follows from ids and the seed alone.
 */
package org.babelmill.jobs.survey;
