package org.babelmill.dedup.address;

import java.nio.charset.StandardCharsets;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * An address in 128 bits: equal for addresses with the same canonical form, see {@link CanonicalUrl}. Two different
 * addresses of n have equal keys by accident n^2 / 2^129 times.
 *
 * @param high upper half
 * @param low lower half
 */
public record UrlKey(long high, long low) {

    /** The key of a document without address: both halves 0. */
    public static final UrlKey NONE = new UrlKey(0, 0);

    /** Seed of the upper half; fixed for ever because keys are stored. */
    private static final long SEED_HIGH = 0x75_72_6C_20_6B_65_79_31L;

    /** The key of an address as it was crawled; {@link #NONE} when it is blank. */
    public static UrlKey of(String url) {
        String canonical = CanonicalUrl.of(url);
        if (canonical.isEmpty()) {
            return NONE;
        }
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        return new UrlKey(XxHash64.hash(bytes, 0, bytes.length, SEED_HIGH), XxHash64.hash(bytes, 0, bytes.length, 0));
    }
}
