/** The published files: their schema, how many there are, who goes where, and the one shuffle that writes them. */
package org.babelmill.jobs.shard;
