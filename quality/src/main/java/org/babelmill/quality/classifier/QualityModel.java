package org.babelmill.quality.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.text.Tokens;

/**
 * A trained classifier of one language. Immutable; safe to share.
 *
 * <p>File, version 1, big-endian: {@code BMQM}, version byte, bits byte, tag (UTF), examples of good and of bad text
 * (long each), bias (float), 2<sup>bits</sup> weights (float each), CRC-32 of weights (int).
 */
public final class QualityModel {

    private static final int MAGIC = 0x424D514D;
    private static final int VERSION = 1;
    private static final int FEWEST_BITS = 8;
    private static final int MOST_BITS = 24;

    private final LanguageTag tag;
    private final int bits;
    private final float bias;
    private final float[] weights;
    private final long good;
    private final long bad;

    QualityModel(LanguageTag tag, float bias, float[] weights, Examples examples) {
        this.tag = tag;
        this.bits = Integer.numberOfTrailingZeros(weights.length);
        this.bias = bias;
        this.weights = weights.clone();
        this.good = examples.good();
        this.bad = examples.bad();
    }

    /**
     * How many texts a model was trained on.
     *
     * @param good texts of the good pile
     * @param bad texts of the bad pile
     */
    public record Examples(long good, long bad) {}

    /** The language whose texts it judges. */
    public LanguageTag tag() {
        return tag;
    }

    /** How many texts it was trained on. */
    public Examples examples() {
        return new Examples(good, bad);
    }

    /** The probability that a text is of the good kind, by its first 1000 tokens; one half for the empty text. */
    public double score(Tokens tokens) {
        Features features = new Features(bits);
        features.read(tokens);
        return probability(logit(features, weights, bias));
    }

    static double logit(Features features, float[] weights, float bias) {
        if (features.size() == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += weights[features.get(i)];
        }
        return bias + sum / features.size();
    }

    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** Writes the file. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeByte(VERSION);
        data.writeByte(bits);
        data.writeUTF(tag.toString());
        data.writeLong(good);
        data.writeLong(bad);
        data.writeFloat(bias);
        byte[] bytes = new byte[weights.length * Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().put(weights);
        data.write(bytes);
        data.writeInt(checksum(bytes));
        data.flush();
    }

    /**
     * Reads a file.
     *
     * @param source its name, for messages
     * @throws IOException when it is not such a file, of another version, cut off or damaged
     */
    public static QualityModel read(String source, InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException(source + " is not a quality model");
        }
        int version = data.readUnsignedByte();
        int bits = data.readUnsignedByte();
        if (version != VERSION || bits < FEWEST_BITS || bits > MOST_BITS) {
            throw new IOException(source + " is a quality model of version " + version + " with " + bits
                    + " bits; known: version " + VERSION + " with " + FEWEST_BITS + " to " + MOST_BITS + " bits");
        }
        LanguageTag tag = LanguageTag.parse(data.readUTF());
        Examples examples = new Examples(data.readLong(), data.readLong());
        float bias = data.readFloat();
        byte[] bytes = new byte[(1 << bits) * Float.BYTES];
        data.readFully(bytes);
        if (data.readInt() != checksum(bytes)) {
            throw new IOException(source + " is damaged: its checksum does not fit");
        }
        float[] weights = new float[1 << bits];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(weights);
        return new QualityModel(tag, bias, weights, examples);
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
