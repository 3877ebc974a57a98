/** The whole job: plans it, takes the lock, runs the stages in order, and tells how it went. */
package org.babelmill.jobs.corpus;
