package org.babelmill.jobs.takedown;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        return suffixes(host).anyMatch(hosts::contains);
    }

    /** A host and those above it. */
    private static Stream<String> suffixes(String host) {
        return Stream.iterate(
                host.toLowerCase(Locale.ROOT),
                name -> !name.isEmpty(),
                name -> name.indexOf('.') < 0 ? "" : name.substring(name.indexOf('.') + 1));
    }

    /** The entries of this list by which a document is meant. */
    Stream<String> entriesFor(String id, String url, String host) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(id).filter(ids::contains), Stream.of(url).filter(urls::contains)),
                suffixes(host).filter(hosts::contains));
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
