package org.babelmill.extract.tree;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Writes trees in the stored form that {@link TreeCodec} describes. Holds a compressor, whose 256 KiB cost more to set
 * up than a page's tree to compress; they are freed with this object. Not thread-safe.
 */
public final class TreeEncoder {

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    /** The stored form. The same tree gives the same bytes on every platform whose zlib is the same. */
    public byte[] encode(DocumentTree tree) {
        TreeWriter body = new TreeWriter();
        body.tree(tree);
        byte[] plain = body.toByteArray();
        TreeWriter head = new TreeWriter();
        head.number(TreeCodec.VERSION);
        head.number(plain.length);
        head.raw(deflate(plain));
        return head.toByteArray();
    }

    private byte[] deflate(byte[] plain) {
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        byte[] buffer = new byte[plain.length + plain.length / 1000 + 64];
        int length = deflater.deflate(buffer);
        return Arrays.copyOf(buffer, length);
    }
}
