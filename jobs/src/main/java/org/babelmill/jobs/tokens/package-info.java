/** Texts as the tokens of a model: counts beside the documents. */
package org.babelmill.jobs.tokens;
