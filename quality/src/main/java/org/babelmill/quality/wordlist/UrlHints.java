package org.babelmill.quality.wordlist;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * What an address says about the language of its page:
 *
 * <ul>
 *   <li>the top-level domain is the language's own ({@code .cat}), or that of a country where CLDR takes it for the most
 *       likely language ({@code .hr} for Croatian; but {@code .it} says nothing for Ligurian),
 *   <li>its ISO code is a label of the host, one of the first two path segments, or the value of a query key for language,
 *   <li>its name, in English or its own, or a word of the user's list, is a word of host or path.
 * </ul>
 *
 * <p>Everything is compared in lower case and as whole words: codes inside words, and words of three letters that happen
 * to be codes, hint at nothing. Immutable; made for one language.
 */
public final class UrlHints {

    private static final int SEGMENTS = 2;
    private static final int SHORTEST_NAME = 5;
    private static final Set<String> LANGUAGE_KEYS =
            Set.of("lang", "language", "hl", "locale", "l", "lng", "uselang", "setlang");

    private static final Map<String, Set<String>> OWN_DOMAINS = Map.ofEntries(
            Map.entry("cat", Set.of("cat")),
            Map.entry("eus", Set.of("eus")),
            Map.entry("gal", Set.of("glg")),
            Map.entry("bzh", Set.of("bre")),
            Map.entry("cymru", Set.of("cym")),
            Map.entry("scot", Set.of("gla", "sco")),
            Map.entry("krd", Set.of("kmr", "ckb")),
            Map.entry("tatar", Set.of("tat")),
            Map.entry("frl", Set.of("fry")),
            Map.entry("corsica", Set.of("cos")),
            Map.entry("lu", Set.of("ltz")));

    /** {@link #likely} of the domains that addresses mostly have: ICU takes longer for it than many signals together. */
    private static final Map<String, String> LIKELY = likely();

    private final String language;
    private final Set<String> codes;
    private final Set<String> words;

    private UrlHints(String language, Set<String> codes, Set<String> words) {
        this.language = language;
        this.codes = codes;
        this.words = words;
    }

    /**
     * The hints at one language.
     *
     * @param listed further words in addresses that name it
     */
    public static UrlHints of(LanguageTag tag, List<String> listed) {
        ULocale locale = new ULocale(tag.language());
        Set<String> codes = new HashSet<>(Set.of(tag.language()));
        codes.add(locale.getLanguage());
        Set<String> words = new HashSet<>();
        listed.forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        for (ULocale reader : List.of(ULocale.ENGLISH, locale)) {
            String name = locale.getDisplayLanguage(reader).toLowerCase(Locale.ROOT);
            if (name.length() >= SHORTEST_NAME && name.chars().allMatch(Character::isLetter)) {
                words.add(name);
            }
        }
        return new UrlHints(iso3(locale), codes, words);
    }

    /** Whether an address hints at the language. What is not an address hints at nothing. */
    public boolean match(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        int scheme = lower.indexOf("://");
        int hostStart = scheme < 0 ? 0 : scheme + 3;
        int hostEnd = indexOfAny(lower, hostStart, "/?#");
        String host = withoutPort(lower.substring(hostStart, hostEnd));
        int pathEnd = indexOfAny(lower, hostEnd, "?#");
        String path = lower.substring(hostEnd, pathEnd);
        int fragment = indexOfAny(lower, pathEnd, "#");
        String query = pathEnd < fragment ? lower.substring(pathEnd + 1, fragment) : "";
        return domain(host) || code(host, path, query) || word(host) || word(path);
    }

    private boolean domain(String host) {
        String top = host.substring(host.lastIndexOf('.') + 1);
        if (OWN_DOMAINS.getOrDefault(top, Set.of()).contains(language)) {
            return true;
        }
        if (top.length() != 2 || top.equals(host)) {
            return false;
        }
        String likely = LIKELY.get(top);
        return (likely == null ? likely(top) : likely).equals(language);
    }

    /** The most likely language of the country with a top-level domain; English of one that is no country's. */
    private static String likely(String domain) {
        String region = domain.equals("uk") ? "GB" : domain.toUpperCase(Locale.ROOT);
        return iso3(ULocale.addLikelySubtags(new ULocale("und_" + region)));
    }

    private static Map<String, String> likely() {
        Map<String, String> likely = new HashMap<>();
        for (String country : ULocale.getISOCountries()) {
            String domain = country.toLowerCase(Locale.ROOT);
            likely.put(domain, likely(domain));
        }
        List.of("uk", "eu").forEach(domain -> likely.put(domain, likely(domain)));
        return Map.copyOf(likely);
    }

    private boolean code(String host, String path, String query) {
        List<String> labels = pieces(host, '.');
        for (int i = 0; i + 2 < labels.size() || (i == 0 && labels.size() > 2); i++) {
            if (codes.contains(labels.get(i))) {
                return true;
            }
        }
        List<String> segments = pieces(path, '/');
        for (int i = 0; i < Math.min(SEGMENTS, segments.size()); i++) {
            if (isCode(segments.get(i))) {
                return true;
            }
        }
        for (String pair : pieces(query, '&')) {
            int equals = pair.indexOf('=');
            if (equals > 0 && LANGUAGE_KEYS.contains(pair.substring(0, equals)) && isCode(pair.substring(equals + 1))) {
                return true;
            }
        }
        return false;
    }

    /** {@code lb}, {@code lb-lu} and {@code lb_lu} are codes of Luxembourgish. */
    private boolean isCode(String piece) {
        int end = 0;
        while (end < piece.length() && piece.charAt(end) != '-' && piece.charAt(end) != '_') {
            end++;
        }
        return codes.contains(piece.substring(0, end)) && piece.length() - end <= SHORTEST_NAME;
    }

    private boolean word(String part) {
        int start = -1;
        for (int i = 0; i <= part.length(); i++) {
            boolean inside = i < part.length() && Character.isLetter(part.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (words.contains(part.substring(start, i))) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    private static String withoutPort(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static int indexOfAny(String text, int from, String stops) {
        int at = from;
        while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static List<String> pieces(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == separator) {
                if (i > start) {
                    pieces.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    private static String iso3(ULocale locale) {
        String code = locale.getISO3Language();
        return switch (code) {
            case "ara" -> "arb";
            case "aze" -> "azj";
            case "est" -> "ekk";
            case "fas" -> "pes";
            case "kur" -> "kmr";
            case "lav" -> "lvs";
            case "mlg" -> "plt";
            case "mon" -> "khk";
            case "msa" -> "zsm";
            case "nep" -> "npi";
            case "nor" -> "nob";
            case "orm" -> "gaz";
            case "pus" -> "pbt";
            case "sqi" -> "als";
            case "swa" -> "swh";
            case "uzb" -> "uzn";
            case "zho" -> "cmn";
            default -> code;
        };
    }
}
