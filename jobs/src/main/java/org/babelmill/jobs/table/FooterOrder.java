package org.babelmill.jobs.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the encodings that a Parquet footer lists for each column in the order of their numbers. parquet-java lists them as
 * a hash set of enum constants has them, which differs from one process to the next
 * (<a href="https://github.com/apache/parquet-java/issues/3215">parquet-java 3215</a>); nothing else in its files does.
 */
final class FooterOrder {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /** Length of the footer, then the magic. */
    private static final int TAIL = 4 + MAGIC.length;

    private FooterOrder() {}

    /**
     * The same end of a file with encodings in order; what does not end in a footer, because writing failed, stays as it is.
     *
     * @param end the last bytes of a file, with its whole footer
     */
    static byte[] of(byte[] end) throws IOException {
        int start = start(end);
        if (start < 0) {
            return end;
        }
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(end, start, end.length - TAIL - start));
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk chunk : group.getColumns()) {
                Collections.sort(chunk.getMeta_data().getEncodings());
            }
        }
        ByteArrayOutputStream ordered = new ByteArrayOutputStream(end.length);
        ordered.write(end, 0, start);
        Util.writeFileMetaData(footer, ordered);
        BytesUtils.writeIntLittleEndian(ordered, ordered.size() - start);
        ordered.write(MAGIC);
        return ordered.toByteArray();
    }

    /** Where the footer starts; negative where there is none. */
    private static int start(byte[] end) throws IOException {
        int tail = end.length - TAIL;
        if (tail < 0 || !Arrays.equals(end, tail + 4, end.length, MAGIC, 0, MAGIC.length)) {
            return -1;
        }
        return tail - BytesUtils.readIntLittleEndian(new ByteArrayInputStream(end, tail, 4));
    }
}
