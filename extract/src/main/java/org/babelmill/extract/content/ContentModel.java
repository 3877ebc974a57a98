package org.babelmill.extract.content;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.babelmill.extract.features.WeightTable;

/**
 * What decides which blocks are content: trees that tell the kind of a page, one sum a kind, and trees that weigh what is
 * known of a block. Immutable and safe to share; loaded once for all extractors.
 *
 * @param types by {@link PageType}, in its order
 * @param blocks log-odds that a block is content; may ask for the features {@code type-…} of {@link #typeFeature}
 * @param names weights of words in names of elements
 * @param words weights of words in short blocks
 */
public record ContentModel(List<ObliviousTrees> types, ObliviousTrees blocks, WeightTable names, WeightTable words) {

    private static final String RESOURCE = "content.model";
    private static final int FORMAT = 0xBA6E0001;

    public ContentModel {
        types = List.copyOf(types);
        requireNonNull(blocks, "blocks");
        requireNonNull(names, "names");
        requireNonNull(words, "words");
        if (types.size() != PageType.values().length) {
            throw new IllegalArgumentException("kinds of pages: " + types.size());
        }
    }

    /** Name of the feature of a block that says how likely its page is of a kind. */
    public static String typeFeature(PageType type) {
        return "type-" + type.label();
    }

    /**
     * Loads the model that ships; how it is made is written in {@code docs/extraction.md}.
     *
     * @throws IOException when it cannot be read
     */
    public static ContentModel standard() throws IOException {
        try (InputStream in = ContentModel.class.getResourceAsStream(RESOURCE)) {
            return read(requireNonNull(in, RESOURCE));
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when the stream breaks or holds something else
     */
    public static ContentModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("no content model: begins with " + Integer.toHexString(format));
        }
        List<ObliviousTrees> types = new ArrayList<>();
        for (int i = 0; i < PageType.values().length; i++) {
            types.add(ObliviousTrees.read(in));
        }
        return new ContentModel(types, ObliviousTrees.read(in), WeightTable.read(in), WeightTable.read(in));
    }

    /** Writes the model. */
    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream compressed = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(compressed);
        out.writeInt(FORMAT);
        for (ObliviousTrees trees : types) {
            trees.write(out);
        }
        blocks.write(out);
        names.write(out);
        words.write(out);
        out.flush();
        compressed.finish();
    }
}
