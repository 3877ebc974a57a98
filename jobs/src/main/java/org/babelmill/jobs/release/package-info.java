/** Finished shards on their way out: to folders, object stores and the Hugging Face Hub, and as JSON lines. */
package org.babelmill.jobs.release;
