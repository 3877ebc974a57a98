package org.babelmill.extract.tree;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/**
 * The stored form of a tree: the version, the length of what follows uncompressed, and a frame of Zstandard (RFC 8878).
 * Inside, every block is a type number and its parts. Numbers are of variable length (seven bits a byte, lowest first),
 * text is a length and UTF-8. Readers of this version refuse other versions. Written by {@link TreeEncoder}.
 */
public final class TreeCodec {

    /** The version written. */
    public static final int VERSION = 2;

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
        if (length < 0 || length > MAX_UNCOMPRESSED) {
            throw new IllegalArgumentException("stored tree is too large: " + length);
        }
        return new TreeReader(expand(stored, head.position(), length), 0).tree();
    }

    private static byte[] expand(byte[] stored, int from, int length) {
        if (from == stored.length) {
            throw new IllegalArgumentException("stored tree is cut off");
        }
        long announced = Zstd.getFrameContentSize(stored, from, stored.length - from);
        if (announced != length) {
            throw new IllegalArgumentException("stored tree is damaged: " + announced + " bytes, not " + length);
        }
        byte[] plain = new byte[length];
        try {
            Zstd.decompressByteArray(plain, 0, length, stored, from, stored.length - from);
        } catch (ZstdException e) {
            throw new IllegalArgumentException("stored tree is damaged", e);
        }
        return plain;
    }
}
