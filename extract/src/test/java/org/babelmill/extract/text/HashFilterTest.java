package org.babelmill.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HashFilterTest {

    @Property
    void noEntryIsEverDenied(@ForAll long[] entries) {
        HashFilter filter = new HashFilter(LongArrayList.wrap(entries));
        for (long entry : entries) {
            assertThat(filter.mayHold(entry)).isTrue();
        }
    }

    @Test
    void mostOfWhatIsNoEntryIsDenied() {
        SplittableRandom random = new SplittableRandom(1);
        HashFilter filter =
                new HashFilter(new LongArrayList(random.longs(10_000).toArray()));
        long let = random.longs(100_000).filter(filter::mayHold).count();
        assertThat(let).isLessThan(7_000);
    }
}
