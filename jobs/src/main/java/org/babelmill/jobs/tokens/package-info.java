/** Texts as the tokens of a model: counts beside the documents, and data sets that Megatron maps into memory. */
package org.babelmill.jobs.tokens;
