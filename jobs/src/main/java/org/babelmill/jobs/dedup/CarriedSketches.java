package org.babelmill.jobs.dedup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.babelmill.dedup.signature.SignatureScheme;
import org.babelmill.dedup.signature.Sketches;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.DedupSettings.Mode;

/**
 * The sketches that are shuffled, every document's, to where survivors are chosen. In {@code fineweb} mode they decide
 * nothing there, and only similarities are estimated from them: one bit of each place is enough.
 */
final class CarriedSketches {

    private CarriedSketches() {}

    /** What reads them. */
    static Sketches of(DedupSettings settings) {
        Sketches stored = SignatureScheme.of(settings).sketches();
        return settings.mode() == Mode.FINEWEB ? stored.narrowed() : stored;
    }

    /** The column, made of {@link DedupView#SKETCH}. */
    static Column column(DedupSettings settings) {
        return settings.mode() == Mode.FINEWEB
                ? udf(new Narrowing(SignatureScheme.of(settings).sketches()), DataTypes.BinaryType)
                        .apply(col(DedupView.SKETCH))
                : col(DedupView.SKETCH);
    }

    /** One bit of each place; an empty sketch stays empty. */
    private record Narrowing(Sketches stored) implements UDF1<byte[], byte[]> {

        @Override
        public byte[] call(byte[] sketch) {
            return sketch.length == 0 ? sketch : stored.narrow(sketch);
        }
    }
}
