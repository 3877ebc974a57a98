package org.babelmill.dedup.link;

import org.babelmill.dedup.signature.Sketches;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * Decides, while the members of a bucket stream by in a fixed order, to which earlier member each is linked. It keeps
 * only leaders: members that resembled no leader before them. A bucket of any size takes the memory of its leaders, and
 * the result depends on the bucket's members and their order alone.
 *
 * <p>In {@code verified} mode a member is linked to the leader whose sketch says it is most similar, when the estimate
 * reaches the threshold and the sizes of both sets of shingles allow such a similarity: J is at most the smaller size
 * over the larger. When all leaders' places are taken, a member like none of them stays alone in this bucket. In
 * {@code fineweb} mode everyone is linked to the first.
 *
 * <p>Belongs to one thread; reuse it for many buckets.
 */
public final class BucketLinker {

    private final Sketches sketches;
    private final boolean verified;
    private final int agreements;
    private final int sizeDistance;
    private final long[] leaders;
    private final byte[][] leaderSketches;
    private int count;
    private long members;
    private long last;

    /** A linker for signatures of these sketches. */
    public BucketLinker(Sketches sketches, DedupSettings settings) {
        this.sketches = sketches;
        this.verified = settings.mode() == DedupSettings.Mode.VERIFIED;
        this.agreements = sketches.agreementsFor(settings.threshold());
        this.sizeDistance = Sketches.sizeDistanceFor(settings.sizeRatio());
        this.leaders = new long[verified ? settings.leaders() : 1];
        this.leaderSketches = new byte[leaders.length][];
    }

    /** Begins a bucket. */
    public void open() {
        count = 0;
        members = 0;
    }

    /**
     * Takes the next member.
     *
     * @param node the member's content; the same content again right behind itself is passed over
     * @param sketch its sketch, which is kept and must not be changed; may be null in {@code fineweb} mode
     * @return the leader that the member is linked to, or {@code node} itself when there is none
     */
    public long link(long node, byte[] sketch) {
        if (members > 0 && node == last) {
            return node;
        }
        last = node;
        members++;
        int leader = verified ? mostSimilar(sketch) : count - 1;
        if (leader >= 0) {
            return leaders[leader];
        }
        if (count < leaders.length) {
            leaders[count] = node;
            leaderSketches[count++] = sketch;
        }
        return node;
    }

    /** Number of different members taken since the bucket began. */
    public long members() {
        return members;
    }

    private int mostSimilar(byte[] sketch) {
        int best = -1;
        int most = agreements - 1;
        for (int i = 0; i < count; i++) {
            int agree = sketches.agreements(sketch, leaderSketches[i]);
            if (agree > most && sketches.sizeDistance(sketch, leaderSketches[i]) <= sizeDistance) {
                most = agree;
                best = i;
            }
        }
        return best;
    }
}
