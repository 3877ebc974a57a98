/** What to read of a crawl: from its columnar index to the stretches of archives that hold what somebody wants. */
package org.babelmill.jobs.plan;
