/**
 * Mixtures: how much of each language a training run sees. One allocator for all policies, stages for curricula, copies
 * of single documents decided by hash, and a proof that lists them.
 */
package org.babelmill.jobs.mixture;
