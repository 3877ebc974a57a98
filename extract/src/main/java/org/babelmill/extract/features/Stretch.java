package org.babelmill.extract.features;

/**
 * A run of blocks.
 *
 * @param from first block
 * @param to behind the last block
 */
public record Stretch(int from, int to) {

    /** Whether a block lies inside. */
    public boolean holds(int block) {
        return block >= from && block < to;
    }

    /** Blocks between the run and a block; negative before it, 0 inside. */
    public int distance(int block) {
        return block < from ? block - from : block >= to ? block - to + 1 : 0;
    }
}
