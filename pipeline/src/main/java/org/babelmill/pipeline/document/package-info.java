/** A document's address and name: where in which archive it was found, and the id that follows from that alone. */
package org.babelmill.pipeline.document;
