package org.babelmill.extract.page;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.babelmill.extract.text.Ascii;
import org.babelmill.extract.text.HashFilter;

/**
 * What the words in names of elements ({@code id}, {@code class}, {@code role}, {@code itemprop}) say: a set of
 * categories, as bits. Words are parted at anything that is not a letter and where a capital follows a small letter;
 * two neighbours in one name also count joined. Immutable and safe to share.
 */
public final class Vocabulary {

    private static final String RESOURCE = "vocabulary.txt";
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int MAX_NAME = 1000;

    private static final Vocabulary STANDARD = load();

    private final List<String> categories;
    private final Long2LongOpenHashMap bits;
    private final HashFilter known;

    private Vocabulary(List<String> categories, Long2LongOpenHashMap bits) {
        this.categories = List.copyOf(categories);
        this.bits = bits;
        this.known = new HashFilter(bits.keySet());
    }

    /** The vocabulary that ships. */
    public static Vocabulary standard() {
        return STANDARD;
    }

    /** Names of the categories; the position of each is its bit. */
    public List<String> categories() {
        return categories;
    }

    /**
     * The bit of a category.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public long bit(String category) {
        int index = categories.indexOf(category);
        if (index < 0) {
            throw new IllegalArgumentException("no category " + category);
        }
        return 1L << index;
    }

    /** The categories that a name's words belong to. */
    public long categoriesOf(String name) {
        return categoriesOf(name, token -> {});
    }

    /**
     * The categories that a name's words belong to.
     *
     * @param tokens is given the hash of every word, and of every two neighbours joined
     */
    long categoriesOf(String name, LongConsumer tokens) {
        long result = 0;
        long previous = 0;
        int length = Math.min(name.length(), MAX_NAME);
        int at = 0;
        while (at < length) {
            char c = name.charAt(at);
            if (!isLetter(c)) {
                previous = c == ' ' ? 0 : previous;
                at++;
                continue;
            }
            int end = wordEnd(name, at, length);
            long word = hash(SEED, name, at, end);
            result |= bitsOf(word);
            tokens.accept(word);
            if (previous != 0) {
                long joined = hash(previous, name, at, end);
                result |= bitsOf(joined);
                tokens.accept(joined);
            }
            previous = word;
            at = end;
        }
        return result;
    }

    private long bitsOf(long word) {
        return known.mayHold(word) ? bits.get(word) : 0;
    }

    private static int wordEnd(String name, int from, int length) {
        int at = from + 1;
        while (at < length
                && isLetter(name.charAt(at))
                && !(isUpper(name.charAt(at)) && !isUpper(name.charAt(at - 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return c >= 0xC0 || isUpper(c) || (c >= 'a' && c <= 'z');
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static long hash(long start, String text, int from, int to) {
        long hash = start;
        for (int i = from; i < to; i++) {
            hash = (hash ^ Ascii.lower(text.charAt(i))) * PRIME;
        }
        return hash;
    }

    private static Vocabulary load() {
        List<String> categories = new ArrayList<>();
        Long2LongOpenHashMap bits = new Long2LongOpenHashMap();
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    add(line, categories, bits);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (categories.size() > Long.SIZE) {
            throw new IllegalStateException("more categories than bits: " + categories.size());
        }
        return new Vocabulary(categories, bits);
    }

    private static void add(String line, List<String> categories, Long2LongOpenHashMap bits) {
        int colon = line.indexOf(':');
        long bit = 1L << categories.size();
        categories.add(line.substring(0, colon));
        for (String word : line.substring(colon + 1).trim().split(" ")) {
            long hash = hash(SEED, word, 0, word.length());
            bits.put(hash, bits.get(hash) | bit);
        }
    }
}
