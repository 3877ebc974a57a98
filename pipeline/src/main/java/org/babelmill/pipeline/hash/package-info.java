/** Hash functions whose values are stored, and therefore never change: xxHash64 for speed, SHA-256 for names. */
package org.babelmill.pipeline.hash;
