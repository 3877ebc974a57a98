package org.babelmill.jobs.plan;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * What somebody wants of a crawl.
 *
 * @param index folder of the columnar index, in Parquet with Common Crawl's columns
 * @param languages languages wanted; any when empty
 * @param hosts hosts wanted, each with all below it; any when empty
 * @param mediaTypes detected media types wanted, never empty
 * @param reading how stretches are put together
 */
public record PlanRequest(
        String index, List<LanguageTag> languages, List<String> hosts, List<String> mediaTypes, Reading reading) {

    /**
     * How stretches are put together.
     *
     * @param gap unwanted bytes between two wanted records that are read rather than skipped by a new request
     * @param wholeShare share of a file's bytes, 0 to 1, above which all of it is read
     */
    public record Reading(long gap, double wholeShare) implements Serializable {

        public Reading {
            if (gap < 0 || !(wholeShare >= 0 && wholeShare <= 1)) {
                throw new IllegalArgumentException("no way of reading: " + gap + ", " + wholeShare);
            }
        }
    }

    public PlanRequest {
        requireNonNull(index, "index");
        requireNonNull(reading, "reading");
        languages = List.copyOf(languages);
        hosts = List.copyOf(hosts);
        mediaTypes = List.copyOf(mediaTypes);
    }

    /**
     * The codes that the index may have for the wanted languages: their own, and that of the macrolanguage, since the
     * index's detector tells fewer languages apart.
     */
    Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (LanguageTag tag : languages) {
            codes.add(tag.language());
            codes.add(LanguageLabels.standard().macrolanguage(tag.language()));
        }
        return codes;
    }
}
