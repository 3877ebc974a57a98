package org.babelmill.quality.privacy;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.config.PrivacySettings.Kind;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Replaces personal data by something of the same kind that is nobody's. The match alone decides, through its hash, what
 * stands in its place: the same address becomes the same replacement in every document, run and order of work. No
 * replacement is taken for personal data itself. Immutable; safe to share.
 */
public final class PiiMasker {

    private static final List<String> EMAILS = List.of(
            "email@example.com",
            "firstname.lastname@example.org",
            "user@example.net",
            "contact@example.com",
            "info@example.org",
            "name@example.net");

    /** Networks set aside for documentation by RFC 5737. */
    private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

    /** Two or three rounds are enough for texts of people; more is work that a hostile text asks for. */
    private static final int MOST_ROUNDS = 16;

    private final Set<Kind> kinds;

    private PiiMasker(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    /** A masker of the kinds that the settings name. */
    public static PiiMasker of(PrivacySettings settings) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(settings.mask());
        return new PiiMasker(kinds);
    }

    /**
     * The text with its spans replaced, those of other kinds left as they are.
     *
     * @param spans in order, without overlaps, as {@link PiiFinder} gives them
     * @throws IllegalArgumentException when they are not, or reach beyond the text
     */
    public String mask(String text, List<PiiSpan> spans) {
        StringBuilder masked = null;
        int copied = 0;
        for (PiiSpan span : spans) {
            if (span.start() < copied || span.end() > text.length()) {
                throw new IllegalArgumentException(span + " overlaps another or ends beyond " + text.length());
            }
            if (kinds.contains(span.kind())) {
                masked = masked == null ? new StringBuilder(text.length()) : masked;
                masked.append(text, copied, span.start());
                masked.append(replacement(text.substring(span.start(), span.end()), span.kind()));
                copied = span.end();
            }
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    /**
     * The text with everything replaced that a search finds in it and in what comes of it, until nothing is left to
     * replace. Once is not always enough: a replacement is shorter than what it replaces, so that the word
     * <i>telephone</i> may come near enough to the next number, and what stood close to a match may go on with its
     * replacement.
     *
     * @param spans what the search finds in the text
     * @param search finds personal data, in order, without overlaps
     */
    public String maskAll(String text, List<PiiSpan> spans, Function<String, List<PiiSpan>> search) {
        String before = text;
        String after = mask(text, spans);
        for (int round = 1; round < MOST_ROUNDS && !after.equals(before); round++) {
            before = after;
            after = mask(before, search.apply(before));
        }
        return after;
    }

    /** What stands in the place of a match. */
    static String replacement(String match, Kind kind) {
        long hash = XxHash64.hash(match);
        int draw = (int) Long.remainderUnsigned(hash, 1_000_000_007L);
        return switch (kind) {
            case EMAIL -> EMAILS.get(draw % EMAILS.size());
            case IP -> match.indexOf(':') < 0 ? NETWORKS.get(draw % NETWORKS.size()) + (1 + draw / 3 % 254) : v6(draw);
            case PHONE -> String.format(Locale.ROOT, "555-01%02d", draw % 100);
            case IBAN -> match.substring(0, 2) + "00" + String.format(Locale.ROOT, "%012d", (long) draw);
            case CARD -> String.format(Locale.ROOT, "0000-0000-0000-%04d", draw % 10_000);
            case SECRET -> "SECRET-" + HexFormat.of().toHexDigits(draw);
        };
    }

    /** Set aside for documentation by RFC 3849. */
    private static String v6(int draw) {
        return "2001:db8::" + Integer.toHexString(1 + draw % 0xFFFE);
    }
}
