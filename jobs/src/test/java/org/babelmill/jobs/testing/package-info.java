/** What tests of this module share. */
package org.babelmill.jobs.testing;
