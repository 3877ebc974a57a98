package org.babelmill.pipeline.language;

import java.util.Comparator;

/**
 * A language in a script, written {@code deu_Latn}: the name of a part of the corpus.
 *
 * @param language ISO 639-3 code, three lower-case letters; {@code und} where the language is not known, {@code zxx}
 *     where there is none
 * @param script ISO 15924 code, one upper-case and three lower-case letters; {@code Zxxx} where there is none
 */
public record LanguageTag(String language, String script) implements Comparable<LanguageTag> {

    /** The language code for "not determined". */
    public static final String UNDETERMINED = "und";

    /** The tag of text without letters. */
    public static final LanguageTag NONE = new LanguageTag("zxx", "Zxxx");

    private static final Comparator<LanguageTag> ORDER =
            Comparator.comparing(LanguageTag::language).thenComparing(LanguageTag::script);

    public LanguageTag {
        if (!isLanguage(language) || !isScript(script)) {
            throw new IllegalArgumentException(
                    "not a language tag such as deu_Latn (ISO 639-3, underscore, ISO 15924): " + language + "_"
                            + script);
        }
    }

    /**
     * Reads {@code deu_Latn}.
     *
     * @throws IllegalArgumentException when the text has another form; the message names it and shows a right one
     */
    public static LanguageTag parse(String text) {
        int bar = text.indexOf('_');
        return bar < 0 ? new LanguageTag(text, "") : new LanguageTag(text.substring(0, bar), text.substring(bar + 1));
    }

    /** The tag of text whose script is known and whose language is not. */
    public static LanguageTag undetermined(String script) {
        return new LanguageTag(UNDETERMINED, script);
    }

    /** Whether a language was found: neither {@code und} nor {@code zxx}. */
    public boolean isDetermined() {
        return !language.equals(UNDETERMINED) && !language.equals(NONE.language);
    }

    // Written out, since tags are compared for every line and what the compiler makes for records was seen to be slow.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof LanguageTag tag && language.equals(tag.language) && script.equals(tag.script));
    }

    @Override
    public int hashCode() {
        return 31 * language.hashCode() + script.hashCode();
    }

    @Override
    public int compareTo(LanguageTag other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return language + "_" + script;
    }

    private static boolean isLanguage(String code) {
        return code.length() == 3 && lowerCaseLetters(code, 0);
    }

    private static boolean isScript(String code) {
        return code.length() == 4 && code.charAt(0) >= 'A' && code.charAt(0) <= 'Z' && lowerCaseLetters(code, 1);
    }

    private static boolean lowerCaseLetters(String code, int from) {
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) < 'a' || code.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
