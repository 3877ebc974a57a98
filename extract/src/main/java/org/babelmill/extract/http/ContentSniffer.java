package org.babelmill.extract.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by the first bytes what a body is, for the few kinds that are often declared as something else. */
public final class ContentSniffer {

    private static final int LOOK = 1024;
    private static final int TEXT_LOOK = 4096;

    private ContentSniffer() {}

    /** The media type of a well-known binary format; empty for anything else, text included. */
    public static Optional<String> binary(byte[] body) {
        if (contains(body, "%PDF-", LOOK)) {
            return Optional.of("application/pdf");
        }
        String head = new String(body, 0, Math.min(16, body.length), StandardCharsets.ISO_8859_1);
        return Optional.ofNullable(byMagic(head));
    }

    private static String byMagic(String head) {
        if (head.startsWith("PK\u0003\u0004")) {
            return "application/zip";
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return "application/x-ole-storage";
        }
        if (head.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        }
        if (head.startsWith("GIF8")) {
            return "image/gif";
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (head.startsWith("\u007FELF") || head.startsWith("MZ\u0090")) {
            return "application/x-executable";
        }
        return head.startsWith("ID3") || head.startsWith("OggS") || head.startsWith("ftyp", 4)
                ? "audio-or-video"
                : null;
    }

    /** Whether a body reads as markup: its first visible character begins a tag. */
    public static boolean isMarkup(byte[] body) {
        String head = new String(body, 0, Math.min(LOOK, body.length), StandardCharsets.ISO_8859_1).stripLeading();
        return head.startsWith("<") || head.startsWith("\u00EF\u00BB\u00BF<");
    }

    /** Share of the first characters that no text holds: controls other than white space, NUL, U+FFFD; 0 to 1. */
    public static double controlShare(CharSequence text) {
        int length = Math.min(text.length(), TEXT_LOOK);
        int strange = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
            strange += control || c == 0xFFFD ? 1 : 0;
        }
        return length == 0 ? 0 : (double) strange / length;
    }

    private static boolean contains(byte[] body, String mark, int limit) {
        int end = Math.min(body.length, limit) - mark.length();
        for (int i = 0; i <= end; i++) {
            int j = 0;
            while (j < mark.length() && body[i + j] == mark.charAt(j)) {
                j++;
            }
            if (j == mark.length()) {
                return true;
            }
        }
        return false;
    }
}
