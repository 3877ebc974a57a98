/** Duplicate detection alone, over texts that somebody else has: signatures, then clusters, in a run directory. */
package org.babelmill.jobs.textdedup;
