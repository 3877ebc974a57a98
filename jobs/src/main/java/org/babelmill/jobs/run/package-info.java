/**
 * A run and its directory: which stages there are, what each follows from, what of it is done already, who holds it.
 */
package org.babelmill.jobs.run;
