/** The command line: one program, one subcommand a task, each with a help page that teaches. */
package org.babelmill.jobs.cli;
