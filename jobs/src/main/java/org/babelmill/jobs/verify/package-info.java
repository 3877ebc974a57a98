/** Reads finished shards again and checks everything that is promised about them. */
package org.babelmill.jobs.verify;
