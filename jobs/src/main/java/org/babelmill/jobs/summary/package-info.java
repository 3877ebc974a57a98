/** What a run did and what it cost, from the records of its stages: the funnel and the cost table. */
package org.babelmill.jobs.summary;
