package org.babelmill.pipeline.hash;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class XxHash64Test {

    /** Values of the reference implementation (xxhsum 0.8.1). */
    @Test
    void knownValues() {
        assertThat(XxHash64.hash("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(XxHash64.hash("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(XxHash64.hash("abc")).isEqualTo(0x44BC2CF5AD770999L);
        assertThat(XxHash64.hash("Nobody inspects the spammish repetition")).isEqualTo(0xFBCEA83C8A378BF1L);
    }

    @Property
    void aRangeHashesLikeACopyOfIt(@ForAll byte[] bytes, @ForAll @IntRange(max = 40) int before) {
        byte[] shifted = new byte[before + bytes.length + 3];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);

        assertThat(XxHash64.hash(shifted, before, bytes.length, 7)).isEqualTo(XxHash64.hash(bytes, 0, bytes.length, 7));
    }
}
