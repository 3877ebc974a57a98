package org.babelmill.dedup.address;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * One spelling for all spellings of an address that name the same page. What RFC 3986, section 6.2 calls equivalent:
 * case of scheme and host, default port, percent encoding, dot segments. And what holds on the web as it is: {@code http}
 * and {@code https}, {@code www.} or not, user, fragment, session ids, the order of query parameters and those that only
 * follow visitors around say nothing about the page. Paths keep their case and their final slash, because servers tell
 * these apart.
 */
public final class CanonicalUrl {

    private static final String AUTHORITY = "//";
    private static final String SESSION = "jsessionid=";

    private CanonicalUrl() {}

    /**
     * The canonical form of an address, without scheme for {@code http} and {@code https}.
     *
     * @param url as crawled; any text
     * @return empty when there is nothing but blanks; an address that is not of the web as it is, without blanks around
     */
    public static String of(String url) {
        String trimmed = url.strip();
        int colon = trimmed.indexOf(':');
        String scheme = colon < 0 ? "" : trimmed.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || !trimmed.startsWith(AUTHORITY, colon + 1)) {
            return trimmed;
        }
        int from = colon + 1 + AUTHORITY.length();
        int path = first(trimmed, from, "/?#\\");
        int question = first(trimmed, path, "?#");
        int fragment = first(trimmed, question, "#");
        return host(trimmed.substring(from, path))
                + path(trimmed.substring(path, question))
                + CanonicalQuery.of(question < fragment ? trimmed.substring(question + 1, fragment) : "")
                + hashBang(trimmed.substring(fragment));
    }

    private static int first(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        String port = "";
        if (colon > host.lastIndexOf(']')) {
            port = port(host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        host = ascii(host.toLowerCase(Locale.ROOT));
        return (host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host) + port;
    }

    private static String port(String digits) {
        String port = digits;
        while (port.startsWith("0")) {
            port = port.substring(1);
        }
        return port.isEmpty() || port.equals("80") || port.equals("443") ? "" : ":" + port;
    }

    private static String ascii(String host) {
        if (host.chars().allMatch(c -> c < 0x80)) {
            return host;
        }
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // No host name at all; what was crawled under it is told apart by its characters.
            return host;
        }
    }

    private static String path(String raw) {
        String path = withoutSessions(PercentEncoding.normalize(raw.replace('\\', '/')));
        return path.contains("/.") ? resolved(path) : path.isEmpty() ? "/" : path;
    }

    /** Without the {@code ;jsessionid=…} that servlet containers put behind a path. */
    private static String withoutSessions(String path) {
        int semicolon = path.indexOf(';');
        if (semicolon < 0) {
            return path;
        }
        StringBuilder kept = new StringBuilder(path.length());
        int from = 0;
        for (; semicolon >= 0; semicolon = path.indexOf(';', semicolon + 1)) {
            if (path.regionMatches(true, semicolon + 1, SESSION, 0, SESSION.length())) {
                kept.append(path, from, semicolon);
                from = first(path, semicolon + 1, "/;");
            }
        }
        return kept.append(path, from, path.length()).toString();
    }

    private static String resolved(String path) {
        Deque<String> steps = new ArrayDeque<>();
        String last = "";
        for (String step : path.substring(1).split("/", -1)) {
            last = step;
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        boolean folder = last.equals(".") || last.equals("..");
        return "/" + String.join("/", steps) + (folder && !steps.isEmpty() ? "/" : "");
    }

    /** A fragment that names a page, as single-page sites wrote them until 2015; other fragments are nothing. */
    private static String hashBang(String fragment) {
        return fragment.startsWith("#!") && fragment.length() > 2 ? PercentEncoding.normalize(fragment) : "";
    }
}
