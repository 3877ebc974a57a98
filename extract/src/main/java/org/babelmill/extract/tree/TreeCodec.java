package org.babelmill.extract.tree;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The stored form of a tree: a version byte, the length of what follows uncompressed as a variable-length number, and
 * raw deflate data. Inside, every block is a type number and its parts; numbers are variable-length (seven bits a byte,
 * lowest first), text is a length and UTF-8. Readers of this version refuse other versions. Written by {@link TreeEncoder}.
 */
public final class TreeCodec {

    /** The version written. */
    public static final int VERSION = 1;

    private static final int MAX_UNCOMPRESSED = 1 << 28;

    private TreeCodec() {}

    /**
     * The tree of a stored form.
     *
     * @throws IllegalArgumentException when the bytes are not a stored tree of this version
     */
    public static DocumentTree decode(byte[] stored) {
        TreeReader head = new TreeReader(stored, 0);
        int version = head.number();
        if (version != VERSION) {
            throw new IllegalArgumentException("stored tree has version " + version + ", not " + VERSION);
        }
        int length = head.number();
        if (length > MAX_UNCOMPRESSED) {
            throw new IllegalArgumentException("stored tree is too large: " + length);
        }
        return new TreeReader(inflate(stored, head.position(), length), 0).tree();
    }

    private static byte[] inflate(byte[] stored, int from, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stored, from, stored.length - from);
            byte[] plain = new byte[length];
            int got = 0;
            while (got < length) {
                int count = inflater.inflate(plain, got, length - got);
                if (count == 0) {
                    throw new IllegalArgumentException("stored tree is cut off");
                }
                got += count;
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("stored tree is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
