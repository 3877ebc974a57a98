/**
 * What a run reads: from paths, globs and lists to files with logical names, and from files to splits that one task
 * reads.
 */
package org.babelmill.jobs.input;
