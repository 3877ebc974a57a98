package org.babelmill.dedup.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceMinimaTest {

    private final PlaceMinima places = new PlaceMinima();

    @Test
    void orderAndRepetitionOfHashesChangeNothing() {
        long[] hashes = new Random(1).longs(40).toArray();
        long[] values = values(hashes);
        long[] twice = new long[80];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = hashes[(79 - i) % 40];
        }

        assertThat(values(twice)).isEqualTo(values);
    }

    @Test
    void anySingleHashFillsAllPlaces() {
        for (long place = 0; place < PlaceMinima.PLACES; place++) {
            assertThat(Arrays.stream(values(new long[] {place << 56 | 12345})).distinct())
                    .hasSize(PlaceMinima.PLACES);
        }
    }

    /** Sets of few and of many hashes: the mean over 300 pairs is right, and no worse spread than of as many functions. */
    @ParameterizedTest
    @CsvSource({"12, 0.5", "60, 0.75", "335, 0.75", "335, 0.2", "3000, 0.9"})
    void theShareOfEqualPlacesIsTheSimilarity(int size, double similarity) {
        Random random = new Random(5);
        int common = (int) Math.round(2 * size * similarity / (1 + similarity));
        double exact = (double) common / (2 * size - common);
        double sum = 0;
        double squares = 0;
        int pairs = 300;
        for (int pair = 0; pair < pairs; pair++) {
            long[] all = random.longs(2L * size - common).toArray();
            long[] one = values(Arrays.copyOf(all, size)).clone();
            long[] other = values(Arrays.copyOfRange(all, size - common, all.length));
            int equal = 0;
            for (int i = 0; i < one.length; i++) {
                equal += one[i] == other[i] ? 1 : 0;
            }
            double estimate = (double) equal / one.length;
            sum += estimate;
            squares += estimate * estimate;
        }
        double mean = sum / pairs;
        // As many random places as there are, or shingles where there are fewer.
        double theory = Math.sqrt(exact * (1 - exact) / Math.min(PlaceMinima.PLACES, size));
        assertThat(mean).isEqualTo(exact, within(4 * theory / Math.sqrt(pairs)));
        assertThat(Math.sqrt(squares / pairs - mean * mean)).isLessThan(1.2 * theory);
    }

    private long[] values(long[] hashes) {
        places.clear();
        places.lower(hashes, hashes.length);
        return places.values();
    }
}
