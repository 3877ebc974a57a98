/**
 * What is known of the duplicates of many snapshots, so that one more costs its own shuffle and no more. An index keeps,
 * for each snapshot, its documents and its band records; the records lie in as many files as the index has partitions,
 * each sorted by bucket, so that a new snapshot's records are merged with the old ones where they lie.
 *
 * <p>Nothing is thrown away that a run from scratch would look at. So adding and removing snapshots, documents and hosts,
 * in any order, gives exactly the clusters of a run from scratch over what is left.
 */
package org.babelmill.jobs.index;
