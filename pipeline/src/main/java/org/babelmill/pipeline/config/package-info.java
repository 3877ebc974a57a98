/**
 * The run configuration: layers of YAML over the defaults, checked as a whole before anything runs, bound to records.
 *
 * <p>The way through: {@link org.babelmill.pipeline.config.ConfigurationTree} holds the merged keys and knows where each
 * came from; {@link org.babelmill.pipeline.config.RecordBinder} turns it into
 * {@link org.babelmill.pipeline.config.RunConfiguration} and collects every problem; a problem names the key, the value
 * and what is allowed.
 */
package org.babelmill.pipeline.config;
