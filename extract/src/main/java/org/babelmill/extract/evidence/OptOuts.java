package org.babelmill.extract.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.babelmill.extract.http.HeaderFields;
import org.babelmill.extract.text.Ascii;
import org.babelmill.pipeline.config.RightsSettings.Signal;

/**
 * Finds opt-out signals in headers and meta elements. A directive for a named robot counts when the robot is one of
 * those asked for; {@code none} says {@code noindex} and {@code nofollow}. Immutable and safe to share.
 */
public final class OptOuts {

    private static final int MAX_TEXT = 1000;
    private static final int MAX_STATEMENTS = 100;

    private final List<String> agents;

    /** @param agents names of robots whose directives count, besides those for all */
    public OptOuts(List<String> agents) {
        this.agents = agents.stream().map(Ascii::lower).toList();
    }

    /** Signals in an HTTP header. */
    public List<OptOut> inHeaders(HeaderFields headers) {
        List<OptOut> found = new ArrayList<>();
        for (String value : headers.all("X-Robots-Tag")) {
            directives(afterAgent(value), OptOut.Place.HTTP_HEADER, "X-Robots-Tag: " + value, found);
        }
        headers.first("tdm-reservation")
                .filter(OptOuts::isReserved)
                .ifPresent(value -> found.add(
                        new OptOut(Signal.TDM_RESERVATION, OptOut.Place.HTTP_HEADER, "tdm-reservation: " + value)));
        return found;
    }

    /** Signals in the meta elements of a page. */
    public List<OptOut> inPage(PageMetadata page) {
        List<OptOut> found = new ArrayList<>();
        for (PageMetadata.Meta meta : page.metas()) {
            if (meta.name().equals("robots") || agents.contains(meta.name())) {
                directives(Optional.of(meta.content()), OptOut.Place.META_ELEMENT, written(meta), found);
            } else if (meta.name().equals("tdm-reservation") && isReserved(meta.content())) {
                found.add(new OptOut(Signal.TDM_RESERVATION, OptOut.Place.META_ELEMENT, written(meta)));
            }
        }
        return found;
    }

    private static String written(PageMetadata.Meta meta) {
        return "<meta name=\"" + meta.name() + "\" content=\"" + meta.content() + "\">";
    }

    private static boolean isReserved(String value) {
        return value.trim().equals("1");
    }

    /** The directives of a header value: all of it, or what follows a robot's name, or nothing for other robots. */
    private Optional<String> afterAgent(String value) {
        int colon = value.indexOf(':');
        int comma = value.indexOf(',');
        if (colon < 0 || (comma >= 0 && comma < colon)) {
            return Optional.of(value);
        }
        String name = Ascii.lower(value.substring(0, colon).trim());
        if (name.equals("unavailable_after") || name.startsWith("max-")) {
            return Optional.of(value);
        }
        return name.equals("*") || agents.contains(name) ? Optional.of(value.substring(colon + 1)) : Optional.empty();
    }

    private static void directives(
            Optional<String> directives, OptOut.Place place, String evidence, List<OptOut> found) {
        String text = evidence.length() > MAX_TEXT ? evidence.substring(0, MAX_TEXT) : evidence;
        for (String directive : directives.orElse("").split("[,;\\s]")) {
            Optional<Signal> signal = signal(Ascii.lower(directive));
            if (signal.isPresent() && found.size() < MAX_STATEMENTS) {
                found.add(new OptOut(signal.get(), place, text));
            }
        }
    }

    private static Optional<Signal> signal(String directive) {
        return switch (directive) {
            case "noai" -> Optional.of(Signal.NOAI);
            case "noimageai" -> Optional.of(Signal.NOIMAGEAI);
            case "noml" -> Optional.of(Signal.NOML);
            case "noindex", "none" -> Optional.of(Signal.NOINDEX);
            case "nosnippet" -> Optional.of(Signal.NOSNIPPET);
            default -> Optional.empty();
        };
    }
}
