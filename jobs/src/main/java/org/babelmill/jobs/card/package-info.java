/** What is published beside the shards: the manifest, the checksums, the dataset card. */
package org.babelmill.jobs.card;
