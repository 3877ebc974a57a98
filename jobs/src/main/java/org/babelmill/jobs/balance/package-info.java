/** How often a document is seen: weights from duplicate counts, and later mixtures over languages. */
package org.babelmill.jobs.balance;
