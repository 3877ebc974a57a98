package org.babelmill.dedup.cluster;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.dedup.signature.Sketches;

/**
 * Chooses who stays of the documents that links hold together. They stream by in the order of preference, and the first
 * stays. Chains of links can reach documents that have little in common with it: a document whose estimated similarity
 * to every survivor so far is below a bar becomes a survivor itself, so that nothing is removed for something unlike it.
 *
 * <p>A document belongs to the first survivor that reaches the bar. So every survivor is preferred to all that it stands
 * for, and documents of equal sketch go together. Belongs to one thread; reuse it for many components.
 */
public final class Survivors {

    /** Most survivors of one component; members like none of so many go to the first. */
    public static final int MOST = 64;

    private final Sketches sketches;
    private final double bar;
    private final List<byte[]> survivors = new ArrayList<>();

    /** A choice with this lowest similarity to a survivor, from 0 (only the first stays) to 1. */
    public Survivors(Sketches sketches, double bar) {
        this.sketches = sketches;
        this.bar = bar;
    }

    /** Begins a component. */
    public void open() {
        survivors.clear();
    }

    /** Number of survivors since the component began. */
    public int count() {
        return survivors.size();
    }

    /**
     * Takes the next member, in order of preference.
     *
     * @param sketch its sketch, empty when it has none; kept, and must not be changed
     * @return its survivor's number, counted from 0; equal to {@link #count} before the call when it is one itself
     */
    public int assign(byte[] sketch) {
        for (int i = 0; i < survivors.size(); i++) {
            if (similarity(sketch, survivors.get(i)) >= bar) {
                return i;
            }
        }
        boolean stays = survivors.isEmpty() || (sketch.length > 0 && survivors.size() < MOST);
        if (stays) {
            survivors.add(sketch);
        }
        return stays ? survivors.size() - 1 : 0;
    }

    private double similarity(byte[] one, byte[] other) {
        return one.length == 0 || other.length == 0 ? 0 : sketches.similarity(one, other);
    }
}
