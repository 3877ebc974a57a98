package org.babelmill.jobs.decide;

import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.signal.TextSignals;

/**
 * A document about which is to be decided.
 *
 * @param id document id
 * @param key document key
 * @param url its address, empty when unknown
 * @param source name of the crawl it is from, empty when unknown
 * @param tag its label
 * @param best its most likely language
 * @param languageScore probability of {@code best}
 * @param signals its measurements; those that no rule reads may be missing
 * @param twin its place in a cluster, if it has duplicates
 * @param robots the first robot that the host's robots.txt keeps from the page, if one is
 */
record Candidate(
        String id,
        long key,
        String url,
        String source,
        LanguageTag tag,
        LanguageTag best,
        double languageScore,
        TextSignals signals,
        Optional<Twin> twin,
        Optional<String> robots) {

    /**
     * A place in a cluster.
     *
     * @param cluster the cluster's id
     * @param survivor id of the member that stays
     * @param keep whether that is this document
     * @param size members
     * @param similarity estimated similarity to the survivor
     * @param link what linked it: url, exact or near
     */
    record Twin(String cluster, String survivor, boolean keep, long size, double similarity, String link) {}
}
