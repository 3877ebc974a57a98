package org.babelmill.dedup.link;

import org.babelmill.dedup.signature.Sketches;
import org.babelmill.pipeline.config.DedupSettings;

/**
 * Decides, while the members of a bucket stream by in a fixed order, to which earlier member each is linked. It keeps
 * only leaders: members that resembled no leader before them. A bucket of any size takes the memory of its leaders, and
 * the result depends on the bucket's members and their order alone.
 *
 * <p>In {@code verified} mode a member is linked to every leader of which the estimate from the sketches reaches the
 * threshold, when the sizes of both sets of shingles allow such a similarity: J is at most the smaller size over the
 * larger. To every one and not to the best alone, so that it matters little which members came first. When all leaders'
 * places are taken, a member like none of them stays alone in this bucket. In {@code fineweb} mode everyone is linked to
 * the first.
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
    private final long[] linked;
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
        this.linked = new long[leaders.length];
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
     * @return how many leaders the member is linked to: {@link #leader} names them
     */
    public int link(long node, byte[] sketch) {
        if (members > 0 && node == last) {
            return 0;
        }
        last = node;
        members++;
        int links = verified ? similar(sketch) : first();
        if (links == 0 && count < leaders.length) {
            leaders[count] = node;
            leaderSketches[count++] = sketch;
        }
        return links;
    }

    /** One of the leaders that the last member is linked to, counted from 0. */
    public long leader(int index) {
        return linked[index];
    }

    /** Number of different members taken since the bucket began. */
    public long members() {
        return members;
    }

    private int similar(byte[] sketch) {
        int links = 0;
        for (int i = 0; i < count; i++) {
            if (sketches.agreements(sketch, leaderSketches[i]) >= agreements
                    && sketches.sizeDistance(sketch, leaderSketches[i]) <= sizeDistance) {
                linked[links++] = leaders[i];
            }
        }
        return links;
    }

    private int first() {
        linked[0] = leaders[0];
        return count;
    }
}
