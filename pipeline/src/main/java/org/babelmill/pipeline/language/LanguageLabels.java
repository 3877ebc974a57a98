package org.babelmill.pipeline.language;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What others call the languages, and what we call them: labels of FineWeb2, GlotLID, OpenLID, HPLT and lid.176, ISO 639-1
 * codes, language tags of web pages. Our labels are those of FineWeb2: the individual language rather than the
 * macrolanguage ({@code arb}, {@code ekk}, {@code swh}), Persian and Dari as {@code fas}. Immutable and shared.
 */
public final class LanguageLabels {

    private static final LanguageLabels STANDARD = new LanguageLabels();
    private static final String PREFIX = "__label__";

    private final Map<String, String> macros = new HashMap<>();
    private final Map<String, String> dialects = new HashMap<>();
    private final Map<String, String> used = new HashMap<>();
    private final Map<String, LanguageTag> labels = new HashMap<>();
    private final Map<String, LanguageTag> lid176 = new HashMap<>();
    private final Map<String, String> threeLetters = new HashMap<>();

    private LanguageLabels() {
        for (String two : ULocale.getISOLanguages()) {
            String three = new ULocale(two).getISO3Language();
            if (two.length() == 2 && three.length() == 3) {
                threeLetters.put(two, three);
            }
        }
        resource().lines().filter(line -> !line.startsWith("#")).forEach(this::read);
    }

    /** The table that ships. */
    public static LanguageLabels standard() {
        return STANDARD;
    }

    /**
     * Our label for a label of whatever system: {@code __label__eng_Latn}, {@code pes_Arab}, {@code zho_Hant}, {@code de},
     * {@code pt-BR}, {@code sr-Latn}. A missing script is the one that the language is mostly written in.
     *
     * @return empty when the text is no language code
     */
    public Optional<LanguageTag> find(String label) {
        String text = label.startsWith(PREFIX) ? label.substring(PREFIX.length()) : label;
        LanguageTag known = labels.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        String[] parts = text.strip().split("[-_]", 0);
        if (parts.length == 0) {
            return Optional.empty();
        }
        String code = code(parts[0].toLowerCase(Locale.ROOT));
        String script = parts.length > 1 && parts[1].length() == 4 ? titleCase(parts[1]) : script(text, code);
        if (code == null || script == null || !isScript(script)) {
            return Optional.empty();
        }
        return Optional.of(canonical(new LanguageTag(code, script)));
    }

    /** Our label for a label of fastText's lid.176, some of whose codes mean other languages than in ISO 639. */
    public Optional<LanguageTag> findLid176(String label) {
        String code = label.startsWith(PREFIX) ? label.substring(PREFIX.length()) : label;
        LanguageTag known = lid176.get(code);
        return known != null ? Optional.of(known) : find(code);
    }

    /** The tag that we use for a language: {@code fas_Arab} for {@code pes_Arab}. */
    public LanguageTag canonical(LanguageTag tag) {
        LanguageTag known = labels.get(tag.toString());
        if (known != null) {
            return known;
        }
        String language = used.getOrDefault(tag.language(), tag.language());
        return language.equals(tag.language()) ? tag : new LanguageTag(language, tag.script());
    }

    /** The macrolanguage that a language belongs to; the code itself where there is none. */
    public String macrolanguage(String code) {
        return macros.getOrDefault(code, code);
    }

    /**
     * Whether two tags mean one language as far as labels of other systems go: scripts do not matter, nor which member of
     * a macrolanguage is named where systems differ in that, such as the varieties of Arabic. Bosnian, Croatian and
     * Serbian, Bokmål and Nynorsk, Indonesian and Malay, the Chinese languages are different languages.
     */
    public boolean sameLanguage(LanguageTag one, LanguageTag other) {
        return comparable(one).equals(comparable(other));
    }

    /** The English name of a language; its code where ICU has none. */
    public String name(LanguageTag tag) {
        return ULocale.getDisplayLanguage(tag.language(), ULocale.ENGLISH);
    }

    private String comparable(LanguageTag tag) {
        String code = canonical(tag).language();
        return dialects.getOrDefault(code, code);
    }

    private String code(String code) {
        String current = code.length() == 2 ? ULocale.createCanonical(code).getLanguage() : code;
        String three = current.length() == 2 ? threeLetters.get(current) : current;
        return three != null && three.length() == 3 && three.chars().allMatch(c -> c >= 'a' && c <= 'z') ? three : null;
    }

    private static String script(String label, String code) {
        if (code == null) {
            return null;
        }
        ULocale full = ULocale.addLikelySubtags(ULocale.createCanonical(label.replace('-', '_')));
        String script = full.getScript();
        if (script.isEmpty()) {
            return null;
        }
        return script.equals("Kore") ? "Hang" : script;
    }

    private static boolean isScript(String script) {
        return UScript.getCodeFromName(script) != UScript.INVALID_CODE;
    }

    private static String titleCase(String script) {
        return script.substring(0, 1).toUpperCase(Locale.ROOT)
                + script.substring(1).toLowerCase(Locale.ROOT);
    }

    private void read(String line) {
        String[] cells = line.split("\t");
        switch (cells[0]) {
            case "macro" -> members(macros, cells);
            case "dialects" -> {
                members(macros, cells);
                members(dialects, cells);
                dialects.put(cells[1], cells[1]);
            }
            case "use" -> used.put(cells[1], cells[2]);
            case "label" -> labels.put(cells[1], LanguageTag.parse(cells[2]));
            case "lid176" -> lid176.put(cells[1], LanguageTag.parse(cells[2]));
            default -> throw new IllegalStateException("labels.tsv: unknown kind of line: " + line);
        }
    }

    private static void members(Map<String, String> macros, String[] cells) {
        for (String member : cells[2].split(" ")) {
            macros.put(member, cells[1]);
        }
    }

    private static String resource() {
        try (InputStream in = LanguageLabels.class.getResourceAsStream("labels.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the build left out labels.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
