package org.babelmill.extract.tree;

import com.github.luben.zstd.Zstd;

/** Writes trees in the stored form that {@link TreeCodec} describes. Without state. */
public final class TreeEncoder {

    /** More work makes documents smaller by 3 % and takes half as long again. */
    private static final int LEVEL = 1;

    private TreeEncoder() {}

    /** The stored form. The same tree gives the same bytes wherever the library has the same version. */
    public static byte[] encode(DocumentTree tree) {
        TreeWriter body = new TreeWriter();
        body.tree(tree);
        byte[] plain = body.toByteArray();
        TreeWriter head = new TreeWriter();
        head.number(TreeCodec.VERSION);
        head.number(plain.length);
        head.raw(Zstd.compress(plain, LEVEL));
        return head.toByteArray();
    }
}
