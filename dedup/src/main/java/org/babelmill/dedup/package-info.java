/**
 * Which documents say the same: pure algorithms over primitives; no files (but for exchange with other systems), no
 * engine.
 *
 * <p>The rooms, in the order data passes them: {@code address} tells when two addresses are one; {@code text} simplifies a text to tokens; {@code signature} turns tokens
 * into fingerprint, bands and sketch (front door: {@link org.babelmill.dedup.signature.SignatureScheme}); {@code link}
 * decides inside one bucket who is linked with whom; {@code cluster} joins links to clusters and chooses who stays;
 * {@code lines} finds lines that repeat over a site; {@code datatrove} reads and writes that system's files.
 */
package org.babelmill.dedup;
