/** Measures what the driver of a very large job holds. */
package org.babelmill.bench.scale;
