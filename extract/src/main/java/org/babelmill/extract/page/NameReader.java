package org.babelmill.extract.page;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads names of elements, each different one once: a page repeats few names many times. Not thread-safe; what is
 * remembered is bounded and changes no result.
 */
final class NameReader {

    private static final int MAX_KEPT = 4096;
    private static final int MAX_KEPT_LENGTH = 256;

    private final Vocabulary vocabulary;
    private final Map<String, Name> known = new HashMap<>();

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
        Name name = known.get(value);
        if (name == null) {
            if (known.size() >= MAX_KEPT) {
                known.clear();
            }
            name = parse(value);
            known.put(value, name);
        }
        return name;
    }

    private Name parse(String value) {
        LongArrayList tokens = new LongArrayList();
        long categories = vocabulary.categoriesOf(value, tokens::add);
        return new Name(categories, tokens.toLongArray());
    }
}
