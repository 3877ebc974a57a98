package org.babelmill.quality.privacy;

import static org.babelmill.quality.privacy.Characters.isDigit;
import static org.babelmill.quality.privacy.Characters.isHex;

/**
 * Public IP addresses. IPv4 in four decimal numbers without leading zeros that no further number follows, outside the
 * special ranges of RFC 6890 and multicast; IPv6 in any form of RFC 4291, global unicast (2000::/3) outside the range for
 * documentation.
 */
final class IpScanner {

    private static final int LONGEST_V6 = 45;
    private static final int GROUPS = 8;

    private IpScanner() {}

    /** The end of a public IPv4 address that begins at an offset, or -1. */
    static int publicV4End(String text, int at) {
        if (at > 0 && (Characters.isAlphanumeric(text.charAt(at - 1)) || isJoint(text, at - 1))) {
            return -1;
        }
        int end = v4End(text, at);
        if (end < 0
                || !Characters.isRunEnd(text, end)
                || (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1)))) {
            return -1;
        }
        return isPublic(v4(text, at, end)) ? end : -1;
    }

    /** A dot or hyphen that a number or word goes before: a version, not an address. */
    private static boolean isJoint(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == '-' || c == '_') && at > 0 && Characters.isAlphanumeric(text.charAt(at - 1));
    }

    /** The end of four decimal numbers with dots between, or -1. */
    static int v4End(String text, int from) {
        int at = from;
        for (int octet = 0; octet < 4; octet++) {
            int start = at;
            int value = 0;
            while (at < text.length() && at < start + 3 && isDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            boolean zero = at > start + 1 && text.charAt(start) == '0';
            if (at == start || value > 255 || zero || (at < text.length() && isDigit(text.charAt(at)))) {
                return -1;
            }
            if (octet < 3) {
                if (at >= text.length() || text.charAt(at) != '.') {
                    return -1;
                }
                at++;
            }
        }
        return at;
    }

    private static long v4(String text, int from, int to) {
        long address = 0;
        long octet = 0;
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '.') {
                address = address << 8 | octet;
                octet = 0;
            } else {
                octet = octet * 10 + text.charAt(at) - '0';
            }
        }
        return address << 8 | octet;
    }

    private static boolean isPublic(long address) {
        return !(in(address, 0x00000000L, 8)
                || in(address, 0x0A000000L, 8)
                || in(address, 0x64400000L, 10)
                || in(address, 0x7F000000L, 8)
                || in(address, 0xA9FE0000L, 16)
                || in(address, 0xAC100000L, 12)
                || in(address, 0xC0000000L, 24)
                || in(address, 0xC0000200L, 24)
                || in(address, 0xC0A80000L, 16)
                || in(address, 0xC6120000L, 15)
                || in(address, 0xC6336400L, 24)
                || in(address, 0xCB007100L, 24)
                || address >= 0xE0000000L);
    }

    private static boolean in(long address, long network, int bits) {
        return address >>> (32 - bits) == network >>> (32 - bits);
    }

    /** The end of a public IPv6 address that begins at an offset, or -1. */
    static int publicV6End(String text, int at) {
        if (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ':')) {
            return -1;
        }
        int end = at;
        int colons = 0;
        int limit = Math.min(text.length(), at + LONGEST_V6 + 1);
        while (end < limit && (isHex(text.charAt(end)) || text.charAt(end) == ':' || text.charAt(end) == '.')) {
            colons += text.charAt(end) == ':' ? 1 : 0;
            end++;
        }
        if (colons < 2 || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
            return -1;
        }
        while (end > at && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ':')) {
            end--;
        }
        return isPublicV6(text, at, end) ? end : -1;
    }

    private static boolean isPublicV6(String text, int from, int to) {
        int[] groups = new int[GROUPS + 1];
        int count = 0;
        int gap = -1;
        int at = from;
        while (at < to) {
            if (text.startsWith("::", at) && at + 2 <= to) {
                if (gap >= 0) {
                    return false;
                }
                gap = count;
                at += 2;
                continue;
            }
            if (at > from && text.charAt(at) == ':') {
                at++;
            }
            int start = at;
            int value = 0;
            while (at < to && at < start + 4 && isHex(text.charAt(at))) {
                value = value << 4 | Character.digit(text.charAt(at++), 16);
            }
            if (at == start || count == GROUPS || (at < to && text.charAt(at) != ':')) {
                return false;
            }
            groups[count++] = value;
        }
        boolean complete = gap < 0 ? count == GROUPS : count < GROUPS;
        return complete && gap != 0 && groups[0] >>> 13 == 1 && !(groups[0] == 0x2001 && groups[1] == 0x0DB8);
    }
}
