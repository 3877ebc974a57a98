package org.babelmill.pipeline.config;

import java.util.List;

/**
 * What opt-out signals cause. They are always recorded as columns.
 *
 * @param honour the signals that keep a page out of the corpus; the rest stay columns
 * @param agents robots whose rules in robots.txt and whose directives in headers and meta elements count; {@code *} for
 *     the rules for everyone
 * @param licences names or beginnings of names of licences, such as {@code cc-by}; when there are any, pages without a
 *     statement of one of them are refused
 */
public record RightsSettings(List<Signal> honour, List<String> agents, List<String> licences) {

    /** A machine-readable statement of a publisher about the use of a page. */
    public enum Signal {
        /** {@code noai} in {@code X-Robots-Tag} or {@code meta robots}. */
        NOAI,
        /** {@code noimageai}: images only. */
        NOIMAGEAI,
        /** {@code noml}. */
        NOML,
        /** {@code noindex}. */
        NOINDEX,
        /** {@code nosnippet}. */
        NOSNIPPET,
        /** {@code tdm-reservation: 1}, W3C TDM Reservation Protocol, as header or meta element. */
        TDM_RESERVATION,
        /** Disallowed by a robots.txt record of the same archive. */
        ROBOTS_TXT
    }
}
