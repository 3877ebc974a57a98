/** Whole jobs on clusters of real processes, and what happens when parts of them die. */
package org.babelmill.jobs.faults;
