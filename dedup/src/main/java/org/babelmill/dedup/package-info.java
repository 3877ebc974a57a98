/** Which documents say the same: fingerprints, MinHash signatures, links, clusters. Pure algorithms over primitives. */
package org.babelmill.dedup;
