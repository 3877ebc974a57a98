/** The commands of README and docs, run as a reader would. */
package org.babelmill.jobs.docs;
