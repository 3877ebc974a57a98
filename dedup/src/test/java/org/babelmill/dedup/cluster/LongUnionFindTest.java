package org.babelmill.dedup.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LongUnionFindTest {

    @Property
    void setsAreTheComponentsWhateverTheOrder(
            @ForAll @Size(max = 80) List<@IntRange(max = 60) Integer> ends, @ForAll Random random) {
        List<long[]> edges = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            // Spread over the whole range of long, negative ones included, both extremes among them.
            edges.add(new long[] {spread(ends.get(i)), spread(ends.get(i + 1))});
        }
        Map<Long, Long> forwards = sets(edges);
        Collections.shuffle(edges, random);
        edges.forEach(edge -> {
            if (random.nextBoolean()) {
                long first = edge[0];
                edge[0] = edge[1];
                edge[1] = first;
            }
        });

        assertThat(sets(edges)).isEqualTo(forwards);
        assertThat(forwards).isEqualTo(byRelabelling(edges));
    }

    @Test
    void aLongChainAndALargeStarAreOneSetEach() {
        LongUnionFind sets = new LongUnionFind();
        for (long i = 0; i < 500_000; i++) {
            sets.union(2 * i + 2, 2 * i);
            sets.union(1, 2 * i + 3);
        }

        assertThat(sets.find(1_000_000)).isZero();
        assertThat(sets.find(1_000_001)).isEqualTo(1);
        assertThat(sets.size()).isEqualTo(1_000_002);
    }

    @Test
    void aUnionSaysWhetherItJoinedAnything() {
        LongUnionFind sets = new LongUnionFind();

        assertThat(sets.union(5, 5)).isFalse();
        assertThat(sets.union(5, 3)).isTrue();
        assertThat(sets.union(3, 5)).isFalse();
        assertThat(sets.find(99)).isEqualTo(99);
        assertThat(sets.size()).isEqualTo(2);
    }

    private static long spread(int i) {
        return i == 0 ? Long.MIN_VALUE : i == 1 ? Long.MAX_VALUE : (i - 30) * 0x123456789ABCDEFL;
    }

    private static Map<Long, Long> sets(List<long[]> edges) {
        LongUnionFind sets = new LongUnionFind();
        edges.forEach(edge -> sets.union(edge[0], edge[1]));
        Map<Long, Long> roots = new HashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            roots.put(sets.node(i), sets.root(i));
            assertThat(sets.find(sets.node(i))).isEqualTo(sets.root(i));
        }
        return roots;
    }

    private static Map<Long, Long> byRelabelling(List<long[]> edges) {
        Map<Long, Long> labels = new HashMap<>();
        edges.forEach(edge -> {
            labels.put(edge[0], edge[0]);
            labels.put(edge[1], edge[1]);
        });
        for (boolean changed = true; changed; ) {
            changed = false;
            for (long[] edge : edges) {
                long least = Math.min(labels.get(edge[0]), labels.get(edge[1]));
                changed |= labels.put(edge[0], least) != least;
                changed |= labels.put(edge[1], least) != least;
            }
        }
        return labels;
    }
}
