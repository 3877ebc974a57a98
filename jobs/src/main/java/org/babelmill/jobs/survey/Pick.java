package org.babelmill.jobs.survey;

import java.io.Serializable;

/**
 * A document that was chosen to be shown.
 *
 * @param rank smaller is chosen first
 * @param hash of id and seed; decides between equal ranks
 * @param id document id
 * @param part position of its split
 * @param key its key in the run
 * @param note what it was chosen for: the rule's value and threshold, or empty
 */
public record Pick(double rank, long hash, String id, int part, long key, String note)
        implements Serializable, Comparable<Pick> {

    @Override
    public int compareTo(Pick other) {
        int order = Double.compare(rank, other.rank);
        order = order != 0 ? order : Long.compare(hash, other.hash);
        return order != 0 ? order : id.compareTo(other.id);
    }

    /** The same with a note. */
    Pick noted(String text) {
        return new Pick(rank, hash, id, part, key, text);
    }
}
