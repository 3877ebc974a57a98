/** What was decided about a record or a document, at which stage, and why: every reason with its value and threshold. */
package org.babelmill.pipeline.decision;
