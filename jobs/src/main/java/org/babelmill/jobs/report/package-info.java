/**
 * The run's report: one HTML file that needs no network and no script. Built as a DOM, so that text of the web can only
 * ever be text.
 */
package org.babelmill.jobs.report;
