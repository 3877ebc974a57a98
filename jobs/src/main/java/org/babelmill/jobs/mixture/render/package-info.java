/** Mixtures in the words of training programs. */
package org.babelmill.jobs.mixture.render;
