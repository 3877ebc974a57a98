package org.babelmill.extract.url;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.text.HashFilter;

/**
 * Hosts and URLs that lists name, as sorted hashes with an index over their first bits and a filter in front: about
 * thirteen bytes an entry. A host stands for its sub-domains, a URL for everything below it. Immutable and safe to
 * share.
 */
final class BlockList {

    private static final int MAX_STEPS = 32;

    /** Places of the index for so many entries: what is left to search then lies in one or two lines of the cache. */
    private static final int ENTRIES_PER_PLACE = 4;

    private final List<String> categories;
    private final long[] hashes;
    private final short[] categoryOf;
    /** By the first bits of a hash, the first entry with these or later ones; one more at the end. */
    private final int[] firstOf;

    private final int bits;

    /** Says no to most of what is not listed, with one look into memory instead of two that wait for each other. */
    private final HashFilter filter;

    private BlockList(List<String> categories, long[] hashes, short[] categoryOf) {
        this.categories = List.copyOf(categories);
        this.hashes = hashes;
        this.categoryOf = categoryOf;
        this.filter = new HashFilter(LongArrayList.wrap(hashes));
        this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(hashes.length / ENTRIES_PER_PLACE);
        this.firstOf = new int[(1 << bits) + 1];
        for (long hash : hashes) {
            firstOf[place(hash) + 1]++;
        }
        for (int i = 1; i < firstOf.length; i++) {
            firstOf[i] += firstOf[i - 1];
        }
    }

    /** In the order of the hashes, which are signed numbers. */
    private int place(long hash) {
        return bits == 0 ? 0 : (int) ((hash ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
    }

    /** The category that names the host or a domain above it. */
    Optional<String> host(String bareHost) {
        for (int from = 0; from >= 0; from = next(bareHost, '.', from)) {
            Optional<String> found = find(EntryHash.add(EntryHash.START, bareHost, from, bareHost.length()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The category that names the URL or one above it on the same host. */
    Optional<String> url(PageAddress address) {
        String host = address.bareHost();
        String rest = address.query().isEmpty() ? address.path() : address.path() + "?" + address.query();
        long state = EntryHash.add(EntryHash.START, host, 0, host.length());
        int steps = 0;
        for (int i = 0; i < rest.length() && steps < MAX_STEPS; i++) {
            char c = rest.charAt(i);
            if (i > 0 && (c == '/' || c == '?')) {
                steps++;
                Optional<String> found = find(state);
                if (found.isPresent()) {
                    return found;
                }
            }
            state = EntryHash.add(state, c);
        }
        return rest.length() > 1 ? find(state) : Optional.empty();
    }

    private static int next(String text, char mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? -1 : found + 1;
    }

    private Optional<String> find(long state) {
        long hash = EntryHash.finish(state);
        if (!filter.mayHold(hash)) {
            return Optional.empty();
        }
        int place = place(hash);
        int index = Arrays.binarySearch(hashes, firstOf[place], firstOf[place + 1], hash);
        return index < 0 ? Optional.empty() : Optional.of(categories.get(categoryOf[index]));
    }

    /** Number of entries. */
    int size() {
        return hashes.length;
    }

    /** Collects entries. Not thread-safe. */
    static final class Builder {
        private final List<String> categories;
        private final LongArrayList hashes = new LongArrayList();
        private final ShortArrayList categoryOf = new ShortArrayList();

        /** @param categories names; where several name one entry, the first of them is told */
        Builder(List<String> categories) {
            this.categories = categories;
        }

        /** Adds a line of a list: a host, or a host and path, with or without scheme and {@code www.}. */
        void add(String line, int category) {
            String entry = line.trim();
            if (entry.isEmpty() || entry.charAt(0) == '#') {
                return;
            }
            PageAddress address = PageAddress.of(entry.contains("://") ? entry : "http://" + entry);
            String host = address.bareHost();
            String rest = address.query().isEmpty() ? address.path() : address.path() + "?" + address.query();
            int end = rest.endsWith("/") ? rest.length() - 1 : rest.length();
            long state = EntryHash.add(EntryHash.START, host, 0, host.length());
            hashes.add(EntryHash.finish(EntryHash.add(state, rest, 0, end)));
            categoryOf.add((short) category);
        }

        BlockList build() {
            long[] keys = hashes.toLongArray();
            short[] values = categoryOf.toShortArray();
            it.unimi.dsi.fastutil.Arrays.quickSort(
                    0,
                    keys.length,
                    (a, b) -> {
                        int byKey = Long.compare(keys[a], keys[b]);
                        return byKey != 0 ? byKey : Short.compare(values[a], values[b]);
                    },
                    (a, b) -> {
                        long key = keys[a];
                        keys[a] = keys[b];
                        keys[b] = key;
                        short value = values[a];
                        values[a] = values[b];
                        values[b] = value;
                    });
            int kept = 0;
            for (int i = 0; i < keys.length; i++) {
                if (kept == 0 || keys[i] != keys[kept - 1]) {
                    keys[kept] = keys[i];
                    values[kept++] = values[i];
                }
            }
            return new BlockList(categories, Arrays.copyOf(keys, kept), Arrays.copyOf(values, kept));
        }
    }
}
