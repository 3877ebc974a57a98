/** From signals and clusters to decisions: keep or drop, with every rule that says drop, and how often to repeat. */
package org.babelmill.jobs.decide;
