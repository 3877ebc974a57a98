package org.babelmill.extract.url;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.util.Locale;

/**
 * The parts of a URL that rules look at. Read as leniently as crawlers write them: what is no URL has an empty host.
 *
 * @param url as written
 * @param host lower case, in ASCII form, without port, user and final dot; IPv6 without brackets
 * @param path with its leading slash, up to query or fragment; {@code /} when there is none
 * @param query without question mark; empty when there is none
 */
public record PageAddress(String url, String host, String path, String query) {

    public PageAddress {
        requireNonNull(url, "url");
        requireNonNull(host, "host");
        requireNonNull(path, "path");
        requireNonNull(query, "query");
    }

    /** Takes a URL apart. */
    public static PageAddress of(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? -1 : scheme + 3;
        if (from < 0) {
            return new PageAddress(url, "", "/", "");
        }
        int end = authorityEnd(url, from);
        int fragment = first(url, end, '#');
        int question = Math.min(fragment, first(url, end, '?'));
        String path = end < question ? url.substring(end, question) : "/";
        String query = question < fragment ? url.substring(question + 1, fragment) : "";
        return new PageAddress(url, host(url.substring(from, end)), path, query);
    }

    private static int authorityEnd(String url, int from) {
        for (int at = from; at < url.length(); at++) {
            char c = url.charAt(at);
            if (c == '/' || c == '?' || c == '#' || c == '\\') {
                return at;
            }
        }
        return url.length();
    }

    private static int first(String text, int from, char mark) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found;
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            return close < 0 ? "" : host.substring(1, close).toLowerCase(Locale.ROOT);
        }
        int colon = host.indexOf(':');
        host = colon < 0 ? host : host.substring(0, colon);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return ascii(host.toLowerCase(Locale.ROOT));
    }

    private static String ascii(String host) {
        if (isAscii(host)) {
            return host;
        }
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }

    private static boolean isAscii(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The host without a leading {@code www.}. */
    public String bareHost() {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** Whether the host is an IP address, of version 4 in dots or of version 6. */
    public boolean isIpHost() {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 3;
    }

    /** Extension of the last step of the path, lower case, without dot; empty when there is none. */
    public String extension() {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        return dot > slash ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
