/**
 * Reads reference text: JSON lines, plain text, Wikipedia dumps. Streams in, documents with their language out; nothing
 * is held but the document at hand.
 */
package org.babelmill.quality.reference;
