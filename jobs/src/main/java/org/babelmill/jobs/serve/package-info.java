/**
 * A local web server to browse a run: search, documents with every decision, duplicates side by side, thresholds tried
 * out. Listens on this machine alone, answers only questions, and shows text of the web only as text.
 */
package org.babelmill.jobs.serve;
