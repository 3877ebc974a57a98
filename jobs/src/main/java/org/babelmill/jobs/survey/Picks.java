package org.babelmill.jobs.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The first few documents by rank and hash: the same for any order of arrival. Not thread-safe. */
public final class Picks implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int limit;
    private final List<Pick> picks;

    Picks(int limit) {
        this.limit = limit;
        this.picks = new ArrayList<>(limit);
    }

    /** Whether a document of this rank and hash would be taken; asked before a note is written. */
    boolean wants(double rank, long hash) {
        if (picks.size() < limit) {
            return true;
        }
        Pick last = picks.get(limit - 1);
        return rank < last.rank() || rank == last.rank() && hash <= last.hash();
    }

    void offer(Pick pick) {
        int at = 0;
        while (at < picks.size() && picks.get(at).compareTo(pick) <= 0) {
            at++;
        }
        if (at < limit) {
            picks.add(at, pick);
            if (picks.size() > limit) {
                picks.remove(limit);
            }
        }
    }

    Picks plus(Picks other) {
        other.picks.forEach(this::offer);
        return this;
    }

    /** The chosen documents, best first. */
    public List<Pick> list() {
        return List.copyOf(picks);
    }
}
