package org.babelmill.extract.features;

import it.unimi.dsi.fastutil.longs.Long2FloatMap;
import it.unimi.dsi.fastutil.longs.Long2FloatOpenHashMap;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.extract.text.HashFilter;

/** Weights that were learned. Immutable and safe to share. */
public final class WeightTable implements TokenWeights {

    private static final int MAX_SIZE = 1 << 20;

    private final Long2FloatOpenHashMap weights;
    private final HashFilter known;

    /** @param weights by token */
    public WeightTable(Map<Long, Float> weights) {
        this.weights = new Long2FloatOpenHashMap(weights);
        this.weights.defaultReturnValue(Float.NaN);
        this.known = new HashFilter(this.weights.keySet());
    }

    @Override
    public float of(long token) {
        return known.mayHold(token) ? weights.get(token) : Float.NaN;
    }

    /** Writes the weights, ordered by token. */
    public void write(DataOutputStream out) throws IOException {
        TreeMap<Long, Float> sorted = new TreeMap<>();
        for (Long2FloatMap.Entry entry : weights.long2FloatEntrySet()) {
            sorted.put(entry.getLongKey(), entry.getFloatValue());
        }
        out.writeInt(sorted.size());
        for (Map.Entry<Long, Float> entry : sorted.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeFloat(entry.getValue());
        }
    }

    /** Reads weights. */
    public static WeightTable read(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MAX_SIZE) {
            throw new IOException("no size: " + size);
        }
        Map<Long, Float> weights = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            weights.put(in.readLong(), in.readFloat());
        }
        return new WeightTable(weights);
    }
}
