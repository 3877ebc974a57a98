package org.babelmill.extract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.babelmill.extract.archive.ArchiveRecord;

/** Names a payload as WARC does: SHA-1 in base 32. */
final class PayloadDigest {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private PayloadDigest() {}

    /** What the archive says, else the digest of the bytes. */
    static String of(ArchiveRecord record, byte[] payload) {
        return record.headers()
                .first("WARC-Payload-Digest")
                .filter(digest -> !digest.isEmpty())
                .orElseGet(() -> "sha1:" + base32(sha1(payload)));
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-1, which its specification demands", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS.charAt((buffer >>> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }
}
