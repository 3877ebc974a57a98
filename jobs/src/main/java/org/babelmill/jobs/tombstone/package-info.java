/** What was taken back from releases, as hashes that name nobody, for the builds that follow. */
package org.babelmill.jobs.tombstone;
