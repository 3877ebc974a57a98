package org.babelmill.extract.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.extract.text.Ascii;

/**
 * The rules of one host's robots.txt (RFC 9309), for several agents at once. Immutable after {@link #parse}; not safe to
 * share between threads while the parser underneath sorts lazily, so give each thread its own.
 */
public final class RobotsRules {

    /** Where a robots.txt larger than this is cut; RFC 9309 asks for at least 500 KiB. */
    private static final int MAX_LENGTH = 512 << 10;

    private final Map<String, BaseRobotRules> byAgent;

    private RobotsRules(Map<String, BaseRobotRules> byAgent) {
        this.byAgent = byAgent;
    }

    /**
     * Reads the rules that concern some agents.
     *
     * @param host the file's origin, such as {@code https://example.org}
     * @param text the file
     * @param agents product tokens such as {@code CCBot}; {@code *} for the rules for everyone. An agent that the file
     *     does not name is left out, since the rules for everyone speak for it
     */
    public static RobotsRules parse(String host, String text, List<String> agents) {
        byte[] bytes =
                (text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text).getBytes(StandardCharsets.UTF_8);
        Map<String, BaseRobotRules> rules = new LinkedHashMap<>();
        List<String> named = namedAgents(text);
        for (String agent : agents) {
            String token = Ascii.lower(agent);
            if (token.equals("*") || named.contains(token)) {
                SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
                parser.setMaxWarnings(0);
                List<String> names = token.equals("*") ? List.of() : List.of(token);
                rules.put(agent, parser.parseContent(host + "/robots.txt", bytes, "text/plain", names));
            }
        }
        return new RobotsRules(rules);
    }

    private static List<String> namedAgents(String text) {
        List<String> named = new ArrayList<>();
        for (String line : text.split("[\r\n]+", 100_000)) {
            int from = Ascii.indexOf(line, "user-agent", 0);
            int colon = from < 0 ? -1 : line.indexOf(':', from);
            if (colon >= 0) {
                String value = line.substring(colon + 1);
                int comment = value.indexOf('#');
                named.add(Ascii.lower((comment < 0 ? value : value.substring(0, comment)).trim()));
            }
        }
        return named;
    }

    /** The first of the agents that may not fetch a page, or nothing when all may. */
    public Optional<String> refused(String url) {
        for (Map.Entry<String, BaseRobotRules> rules : byAgent.entrySet()) {
            if (!rules.getValue().isAllowed(url)) {
                return Optional.of(rules.getKey());
            }
        }
        return Optional.empty();
    }

    /** Whether all of the agents may fetch a page. */
    public boolean allows(String url) {
        return refused(url).isEmpty();
    }
}
