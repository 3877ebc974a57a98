package org.babelmill.extract.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;

/**
 * Inflates one gzip member (RFC 1952) after another out of stored bytes, without reading past a member's end. Not
 * thread-safe; holds native memory until closed.
 */
final class GzipMember implements Closeable {

    private static final int FIXED_HEADER = 10;
    private static final int TRAILER = 8;
    private static final int MAX_HEADER = 1 << 17;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final ByteWindow stored;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int given;
    private boolean ended;
    private DamagedMemberException damage;

    GzipMember(ByteWindow stored) {
        this.stored = stored;
    }

    /** Length of the gzip header at the window's start; -1 when there is none. */
    static int headerLength(ByteWindow in) throws IOException {
        if (!magic(in)) {
            return -1;
        }
        int flags = in.at(3);
        int length = FIXED_HEADER;
        if ((flags & HAS_EXTRA) != 0) {
            length = in.ensure(length + 2)
                    ? length + 2 + (in.at(length) & 0xFF) + ((in.at(length + 1) & 0xFF) << 8)
                    : -1;
        }
        if ((flags & HAS_NAME) != 0) {
            length = behindZero(in, length);
        }
        if ((flags & HAS_COMMENT) != 0) {
            length = behindZero(in, length);
        }
        if (length > 0 && (flags & HAS_CHECKSUM) != 0) {
            length += 2;
        }
        return length > 0 && in.ensure(length) ? length : -1;
    }

    private static boolean magic(ByteWindow in) throws IOException {
        return in.ensure(FIXED_HEADER)
                && in.at(0) == 0x1f
                && (in.at(1) & 0xFF) == 0x8b
                && in.at(2) == 8
                && (in.at(3) & RESERVED) == 0;
    }

    private static int behindZero(ByteWindow in, int from) throws IOException {
        for (int i = from; from > 0 && i < MAX_HEADER && in.ensure(i + 1); i++) {
            if (in.at(i) == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Begins with the member whose header of {@code headerLength} bytes is at the window's start. */
    void begin(int headerLength) {
        stored.take(headerLength);
        inflater.reset();
        checksum.reset();
        given = 0;
        ended = false;
        damage = null;
    }

    /**
     * Inflated bytes, or -1 at the member's end, once its checksum and length were found right.
     *
     * @throws DamagedMemberException when the member is broken or the file ends inside it; again on every later call
     */
    int read(byte[] target, int offset, int length) throws IOException {
        check();
        while (!ended) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                stored.take(given - inflater.getRemaining());
                given = 0;
                checkTrailer();
                ended = true;
            } else {
                feed();
            }
        }
        return -1;
    }

    /** @throws DamagedMemberException when the member has turned out broken */
    void check() throws DamagedMemberException {
        if (damage != null) {
            throw damage;
        }
    }

    private int inflate(byte[] target, int offset, int length) throws DamagedMemberException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw damaged(EarlierRule.READ_GZIP_DATA, "damaged", "readable");
        }
    }

    private void feed() throws IOException {
        stored.take(given);
        given = 0;
        if (inflater.needsDictionary() || !stored.ensure(1)) {
            throw damaged(EarlierRule.READ_GZIP_DATA, "cut off", "complete");
        }
        given = stored.inSight();
        inflater.setInput(stored.array(), stored.arrayFrom(), given);
    }

    private void checkTrailer() throws IOException {
        if (!stored.ensure(TRAILER)) {
            throw damaged(EarlierRule.READ_GZIP_DATA, "cut off", "complete");
        }
        long expected = little(0);
        long length = little(4);
        stored.take(TRAILER);
        if (expected != checksum.getValue()) {
            throw damaged(EarlierRule.READ_GZIP_CHECKSUM, hex(checksum.getValue()), hex(expected));
        }
        if (length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged(
                    EarlierRule.READ_GZIP_LENGTH, Long.toString(inflater.getBytesWritten()), Long.toString(length));
        }
    }

    private long little(int at) {
        return (stored.at(at) & 0xFFL)
                | ((stored.at(at + 1) & 0xFFL) << 8)
                | ((stored.at(at + 2) & 0xFFL) << 16)
                | ((stored.at(at + 3) & 0xFFL) << 24);
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }

    private DamagedMemberException damaged(EarlierRule rule, String value, String threshold) {
        damage = new DamagedMemberException(rule.reason(value, Comparison.NOT_EQUALS, threshold));
        return damage;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
