/** Links to clusters, and which member of a cluster stays. */
package org.babelmill.dedup.cluster;
