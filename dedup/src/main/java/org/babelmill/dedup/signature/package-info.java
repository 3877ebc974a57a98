/**
 * Text to signature. {@link org.babelmill.dedup.signature.SignatureScheme} is the way in: shared and immutable, it hands
 * out a {@link org.babelmill.dedup.signature.Signer} for each thread. A signature holds the fingerprint of the content,
 * one hash a band, and a sketch that two documents can be compared by.
 */
package org.babelmill.dedup.signature;
