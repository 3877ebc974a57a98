/** Taking documents back from published shards: which, from which row groups, and what stays of the files. */
package org.babelmill.jobs.takedown;
