/** Who is linked with whom inside one bucket, that is, among the documents that share a band. */
package org.babelmill.dedup.link;
