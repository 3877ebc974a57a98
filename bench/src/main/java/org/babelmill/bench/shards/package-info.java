/** Sizes and speeds of published shards. */
package org.babelmill.bench.shards;
