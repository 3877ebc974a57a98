package org.babelmill.pipeline.config;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Duplicates: of addresses, of content, and near-duplicates by MinHash.
 *
 * @param mode how candidates become clusters
 * @param url whether of several captures of one address only the newest may stay
 * @param exact whether documents too short for a signature are duplicates when their simplified text is equal
 * @param ngram words in a shingle
 * @param unspacedNgram characters in a shingle, in scripts that are written without spaces
 * @param bands number of bands
 * @param rows hashes in a band
 * @param seed of the permutations
 * @param threshold estimated Jaccard similarity from which a candidate pair is a duplicate, in {@code verified} mode
 * @param sizeRatio smallest ratio of the smaller to the larger number of shingles in a pair of duplicates, in
 *     {@code verified} mode; that ratio is an upper bound of the similarity
 * @param survivorSimilarity estimated similarity below which a document is not removed for the survivor of its cluster
 *     but stays itself, in {@code verified} mode; 0 for one survivor whatever the chain that led to it
 * @param exactCheck whether the shingles of every document are stored, and a pair whose estimate reaches the threshold is a
 *     pair of duplicates only when its exact similarity reaches {@code exactThreshold}; in {@code verified} mode
 * @param exactThreshold exact Jaccard similarity of duplicates where it is checked
 * @param sketchBits bits of each hash that are kept for the estimate: 1, 2 or 4
 * @param leaders most documents of one bucket that later ones are compared with
 * @param survivor what decides which member of a cluster stays, in this order; the document's place in the input decides
 *     last
 * @param maxLocalNodes most documents whose links one task joins to clusters; above, rounds of star contraction do it
 * @param guard when the result is not to be believed
 */
public record DedupSettings(
        Mode mode,
        Choice url,
        Choice exact,
        @Allowed(min = 1, max = 64) int ngram,
        @Allowed(min = 1, max = 64) int unspacedNgram,
        @Allowed(min = 1, max = 256) int bands,
        @Allowed(min = 1, max = 64) int rows,
        @Allowed(min = 0, max = Integer.MAX_VALUE) int seed,
        @Allowed(min = 0, max = 1) double threshold,
        @Allowed(min = 0, max = 1) double sizeRatio,
        @Allowed(min = 0, max = 1) double survivorSimilarity,
        boolean exactCheck,
        @Allowed(min = 0, max = 1) double exactThreshold,
        int sketchBits,
        @Allowed(min = 1, max = 4096) int leaders,
        @Allowed(max = 4) List<Preference> survivor,
        @Allowed(min = 1000, max = 700_000_000) int maxLocalNodes,
        Guard guard)
        implements Serializable {

    public DedupSettings {
        if (sketchBits != 1 && sketchBits != 2 && sketchBits != 4) {
            throw new IllegalArgumentException("sketch-bits is 1, 2 or 4, not " + sketchBits);
        }
        if (!survivor.isEmpty() && EnumSet.copyOf(survivor).size() < survivor.size()) {
            throw new IllegalArgumentException("survivor names each preference once, not " + survivor);
        }
    }

    /** What makes a pair a pair of duplicates. */
    public enum Mode {
        /** No duplicate detection. */
        OFF,
        /** Any shared band, as datatrove and FineWeb2 do. */
        FINEWEB,
        /** A shared band and an estimated similarity of at least the threshold. */
        VERIFIED
    }

    /** A step that one mode has and the other has not, unless it is asked for. */
    public enum Choice {
        /** In {@code verified} mode, not in {@code fineweb} mode. */
        AUTO,
        /** In both. */
        ALWAYS,
        /** In neither. */
        NEVER
    }

    /** A reason to keep one document rather than another. */
    public enum Preference {
        /** The longer text. */
        LENGTH,
        /** The higher score. */
        SCORE,
        /** The later capture. */
        DATE,
        /** The more permissive licence. */
        LICENSE
    }

    /**
     * An alarm over clusters that swallow a corpus.
     *
     * @param share part of a language's documents in one cluster from which it is looked at
     * @param similarity mean estimated similarity to the survivor below which such a cluster trips the guard
     * @param size members below which no cluster is looked at, so that small languages stay quiet
     */
    public record Guard(
            @Allowed(min = 0, max = 1) double share,
            @Allowed(min = 0, max = 1) double similarity,
            @Allowed(min = 2, max = Integer.MAX_VALUE) int size)
            implements Serializable {}

    /** The keys of a configuration in which others differ from these, sorted. */
    public List<String> differences(DedupSettings others) {
        Map<String, Object> here = RecordBinder.values(this);
        Map<String, Object> there = RecordBinder.values(others);
        return here.keySet().stream()
                .filter(key -> !Objects.equals(here.get(key), there.get(key)))
                .map(key -> "dedup." + key)
                .sorted()
                .toList();
    }

    /** Whether address duplicates are looked for. */
    public boolean dropsOldCaptures() {
        return applies(url);
    }

    /** Whether documents too short for a signature are compared by their fingerprint. */
    public boolean comparesShortDocuments() {
        return applies(exact);
    }

    /** Whether pairs are held against their exact similarity. */
    public boolean checksExactly() {
        return exactCheck && mode == Mode.VERIFIED;
    }

    private boolean applies(Choice choice) {
        return choice == Choice.AUTO ? mode == Mode.VERIFIED : choice == Choice.ALWAYS;
    }
}
