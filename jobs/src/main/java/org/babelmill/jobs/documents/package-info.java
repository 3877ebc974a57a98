/**
 * The one heavy pass: archives to {@code documents}, {@code signals} and {@code ledger}. Each text is in memory once and
 * leaves with everything that is ever computed from it.
 */
package org.babelmill.jobs.documents;
