/**
 * Duplicates at scale. The way a document goes: {@link org.babelmill.jobs.dedup.DedupView} says what is known of it;
 * {@link org.babelmill.jobs.dedup.Captures} finds older captures of its address; {@link
 * org.babelmill.jobs.dedup.BandLinks} brings equal bands together and links their documents; {@link
 * org.babelmill.jobs.dedup.Components} joins links; {@link org.babelmill.jobs.dedup.ClusterRows} chooses who stays. The
 * front door is {@link org.babelmill.jobs.dedup.DedupJob}, for plain texts {@link org.babelmill.jobs.dedup.TextDedup}.
 *
 * <p>Links are between contents, not documents: a node is 64 bits of a text's fingerprint, mixed with its language.
 * Documents that say exactly the same are therefore one node from the start, and what is linked depends neither on how
 * documents are numbered nor on how they are distributed. Two different contents of n share a node by accident n^2 / 2^65
 * times: 0.17 pairs in 2.5 billion.
 */
package org.babelmill.jobs.dedup;
