package org.babelmill.extract.archive;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks at the first bytes of a gzip member without taking it. */
final class MemberProbe {

    private static final byte[] START = {'W', 'A', 'R', 'C', '/'};

    private MemberProbe() {}

    /** Whether the deflated data {@code header} bytes into the window begins with {@code WARC/}. */
    static boolean beginsRecord(ByteWindow in, int header) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(in.array(), in.arrayFrom() + header, in.inSight() - header);
            byte[] found = new byte[START.length];
            int length = 0;
            while (length < START.length) {
                int count = inflater.inflate(found, length, START.length - length);
                if (count == 0) {
                    return false;
                }
                length += count;
            }
            return Arrays.equals(found, START);
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
