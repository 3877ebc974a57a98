/** A collection's duplicates in datatrove's own files, and a comparison with the files that datatrove made of it. */
package org.babelmill.jobs.datatrove;
