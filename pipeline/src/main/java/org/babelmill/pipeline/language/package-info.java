/** Languages and scripts by their standard codes: ISO 639-3 and ISO 15924. */
package org.babelmill.pipeline.language;
