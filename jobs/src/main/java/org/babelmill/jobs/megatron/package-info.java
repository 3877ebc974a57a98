/** Releases as token numbers, in the files that Megatron trains from. */
package org.babelmill.jobs.megatron;
