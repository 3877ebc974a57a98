package org.babelmill.extract.page;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Reads names of elements, mostly each different one once: a page repeats few names many times. Not thread-safe; what
 * is remembered is bounded and changes no result.
 */
final class NameReader {

    /** A power of two; small, since only what stays in the processor's cache saves time. */
    private static final int KEPT = 1024;

    private static final int MAX_KEPT_LENGTH = 256;

    private final Vocabulary vocabulary;
    private final LongArrayList scratch = new LongArrayList();

    /** By hash; a name takes the place of another with the same. */
    private final String[] values = new String[KEPT];

    private final Name[] names = new Name[KEPT];

    NameReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A value of {@code class}, {@code id} and the like.
     *
     * @param categories of its words
     * @param tokens hashes of its words, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Name(long categories, long[] tokens) {}

    Name read(String value) {
        if (value.length() > MAX_KEPT_LENGTH) {
            return parse(value);
        }
        int hash = value.hashCode();
        int place = (hash ^ (hash >>> 16)) & (KEPT - 1);
        if (!value.equals(values[place])) {
            names[place] = parse(value);
            values[place] = value;
        }
        return names[place];
    }

    private Name parse(String value) {
        scratch.clear();
        long categories = vocabulary.categoriesOf(value, scratch::add);
        return new Name(categories, scratch.toLongArray());
    }
}
