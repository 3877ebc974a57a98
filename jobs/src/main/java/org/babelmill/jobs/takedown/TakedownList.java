package org.babelmill.jobs.takedown;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.jobs.UserError;

/**
 * What is to be taken back. A URL means the page of exactly this address, a host all its pages and those of hosts below it
 * ({@code example.org} also {@code www.example.org}). Immutable.
 *
 * @param urls addresses
 * @param hosts names of hosts, lower case
 * @param ids document ids
 */
public record TakedownList(Set<String> urls, Set<String> hosts, Set<String> ids) implements Serializable {

    public TakedownList {
        urls = new TreeSet<>(urls);
        hosts = new TreeSet<>(hosts);
        ids = new TreeSet<>(ids);
    }

    /** A list of texts with one entry a line; empty lines and those that begin with {@code #} say nothing. */
    public static TakedownList parse(String urls, String hosts, String ids) {
        Set<String> names = new TreeSet<>();
        for (String host : lines(hosts)) {
            if (host.contains("/") || host.contains(" ")) {
                throw new UserError("--hosts: not a host: " + host + "; write example.org");
            }
            names.add(host.toLowerCase(Locale.ROOT));
        }
        return new TakedownList(lines(urls), names, lines(ids));
    }

    private static Set<String> lines(String text) {
        Set<String> lines = new TreeSet<>();
        text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .forEach(lines::add);
        return lines;
    }

    /** These and others. */
    TakedownList and(TakedownList others) {
        return new TakedownList(union(urls, others.urls), union(hosts, others.hosts), union(ids, others.ids));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether nothing is listed. */
    public boolean isEmpty() {
        return urls.isEmpty() && hosts.isEmpty() && ids.isEmpty();
    }

    /** Whether a document is meant. */
    public boolean names(String id, String url, String host) {
        return ids.contains(id) || urls.contains(url) || !hosts.isEmpty() && below(host);
    }

    private boolean below(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        while (true) {
            if (hosts.contains(name)) {
                return true;
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(dot + 1);
        }
    }

    /** Entries by kind: url, host, id. */
    public Map<String, Set<String>> byKind() {
        Map<String, Set<String>> kinds = new HashMap<>();
        kinds.put("url", urls);
        kinds.put("host", hosts);
        kinds.put("id", ids);
        return kinds;
    }
}
