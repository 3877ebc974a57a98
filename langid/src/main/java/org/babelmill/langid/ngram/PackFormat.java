package org.babelmill.langid.ngram;

/**
 * The pack file, version 2. Numbers are big-endian; a varint has seven bits a byte, lowest first, the high bit set on
 * all but the last.
 *
 * <pre>
 * 8 bytes   "BMNGRAM" and a line feed
 * int32     version, 2
 * int32     length of the metadata; metadata: JSON of {@link PackMetadata}, UTF-8
 * int32     bits: the table has 2^bits home slots
 * int64     number of keys
 * int64     number of postings
 * 2^bits    bytes: number of keys whose highest bits name this home slot
 * 3 * keys  bytes: the next 24 bits of each key, by home slot, ascending within one
 * per key   varint number of postings - 1; per posting varint language - previous language - 1, byte value
 * int32     CRC-32C of everything before it
 * </pre>
 *
 * A value {@code v} says that the feature's -log10 relative frequency in the language is {@code penalty - v * step}.
 */
final class PackFormat {

    static final byte[] MAGIC = {'B', 'M', 'N', 'G', 'R', 'A', 'M', '\n'};
    static final int VERSION = 2;
    static final int MIN_BITS = 4;
    static final int MAX_BITS = 27;
    static final int MAX_METADATA = 32 << 20;

    /** Of the slots, at most so many hundredths are taken, so that a search for a missing key ends soon. */
    static final int MAX_LOAD = 75;

    private PackFormat() {}

    /** The smallest table that holds so many keys. */
    static int bits(long keys) {
        int bits = MIN_BITS;
        while (keys * 100 > (1L << bits) * MAX_LOAD) {
            bits++;
        }
        if (bits > MAX_BITS) {
            throw new IllegalArgumentException(
                    keys + " features are more than a pack can hold; train with a smaller limit");
        }
        return bits;
    }
}
