/** Scores, speeds and training of main-text extraction. */
package org.babelmill.bench.extract;
