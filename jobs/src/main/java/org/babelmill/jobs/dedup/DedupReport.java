package org.babelmill.jobs.dedup;

import java.util.List;

/**
 * What a person wants to see of a duplicate detection before believing it.
 *
 * @param curve how likely two documents are to be compared, by their Jaccard similarity
 * @param largest the largest clusters, largest first
 * @param largeBuckets buckets of bands with many different contents, largest first; 0 when there were none
 * @param swallowing clusters that trip the guard: too large a part of their language, and too unlike each other
 */
public record DedupReport(
        List<CurvePoint> curve, List<LargeCluster> largest, Buckets largeBuckets, List<LargeCluster> swallowing) {

    public DedupReport {
        curve = List.copyOf(curve);
        largest = List.copyOf(largest);
        swallowing = List.copyOf(swallowing);
    }

    /**
     * A point of the S-curve.
     *
     * @param similarity Jaccard similarity, 0 to 1
     * @param candidate probability of having a band in common
     */
    public record CurvePoint(double similarity, double candidate) {}

    /**
     * A cluster.
     *
     * @param language of its members
     * @param cluster name
     * @param members how many
     * @param share of the language's documents, 0 to 1
     * @param similarity mean estimated similarity of the removed to the one that stays, in millionths
     * @param examples the one that stays, the least similar member, and one more
     */
    public record LargeCluster(
            String language, String cluster, long members, double share, double similarity, List<String> examples) {

        public LargeCluster {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Buckets that hold many different contents: what makes single tasks slow.
     *
     * @param from number of contents from which a bucket is counted
     * @param buckets how many there are
     * @param largest contents of the largest one
     */
    public record Buckets(long from, long buckets, long largest) {}
}
