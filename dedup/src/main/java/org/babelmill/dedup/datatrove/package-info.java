/**
 * The files of datatrove's MinHash deduplication, written and read, so that a run of one system can be checked against
 * the other: {@code .sig} (signatures of one band), {@code .dups} (pairs), {@code .remove} and {@code .sizes} (what came
 * out). All numbers are little-endian; documents are counted from 0 within a file, files from 0 within a run.
 *
 * <p>The way through: {@link org.babelmill.dedup.datatrove.BandSignatures} sorts and writes signatures, {@link
 * org.babelmill.dedup.datatrove.BandMerge} makes pairs of them, {@link org.babelmill.dedup.datatrove.PairClusters} joins
 * pairs as datatrove does.
 */
package org.babelmill.dedup.datatrove;
