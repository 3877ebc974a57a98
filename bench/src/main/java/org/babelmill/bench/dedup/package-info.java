/** Measures duplicate detection. */
package org.babelmill.bench.dedup;
