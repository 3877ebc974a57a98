package org.babelmill.dedup.datatrove;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what a datatrove run left of one file: {@code .remove} and {@code .sizes}. */
public final class Removals {

    private Removals() {}

    /** The documents of a {@code .remove} file; ascending as unsigned numbers. */
    public static SortedSet<Integer> removed(InputStream in) throws IOException {
        SortedSet<Integer> documents = new TreeSet<>(Integer::compareUnsigned);
        ByteBuffer numbers = numbers(in, Integer.BYTES);
        while (numbers.hasRemaining()) {
            documents.add(numbers.getInt());
        }
        return documents;
    }

    /** The documents of a {@code .sizes} file with the sizes of their clusters. */
    public static Map<Integer, Integer> sizes(InputStream in) throws IOException {
        Map<Integer, Integer> sizes = new TreeMap<>(Integer::compareUnsigned);
        ByteBuffer numbers = numbers(in, 2 * Integer.BYTES);
        while (numbers.hasRemaining()) {
            sizes.put(numbers.getInt(), numbers.getInt());
        }
        return sizes;
    }

    private static ByteBuffer numbers(InputStream in, int record) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length % record != 0) {
            throw new EOFException("a file of " + record + "-byte records has " + bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
