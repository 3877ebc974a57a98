/**
 * The sample: a small archive with every kind of page and damage a crawl has, written from the pages under
 * {@code src/main/sample} when the module is built, and shipped in its jar.
 */
package org.babelmill.jobs.sample;
