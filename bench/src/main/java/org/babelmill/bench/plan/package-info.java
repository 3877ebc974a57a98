/** Measures planning from a columnar index. */
package org.babelmill.bench.plan;
