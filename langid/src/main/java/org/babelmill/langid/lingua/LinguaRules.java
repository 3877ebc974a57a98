package org.babelmill.langid.lingua;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.internal.Alphabet;
import com.github.pemistahl.lingua.internal.Constant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What Lingua's rules know about characters, as tables over the Basic Multilingual Plane: alphabets, alphabets of one
 * language, characters that only one language has, characters that a few have. Filled from Lingua's own classes, so the
 * facts stay Lingua's. Immutable and shared.
 */
final class LinguaRules {

    /** In tables of languages: none. */
    static final int NONE = -1;

    private static final List<Alphabet> ALPHABETS = List.of(Alphabet.values());
    private static final int PLANE = 1 << Character.SIZE;
    private static final int[] NO_LANGUAGES = {};

    private final byte[] alphabets = new byte[PLANE];
    private final byte[] onlyLanguages = new byte[PLANE];
    private final int[][] uniques = new int[PLANE][];
    private final int[][] few = new int[PLANE][];
    private final boolean[] logograms = new boolean[PLANE];
    private final boolean[][] writes;
    private final int han;
    private final int hiragana;
    private final int katakana;
    private final int chinese;
    private final int japanese;

    /** @param languages Lingua's languages; their place is their number */
    LinguaRules(List<Language> languages) {
        this.writes = new boolean[languages.size()][ALPHABETS.size()];
        for (int language = 0; language < languages.size(); language++) {
            for (Alphabet alphabet : languages.get(language).getAlphabets$lingua()) {
                writes[language][ALPHABETS.indexOf(alphabet)] = true;
            }
        }
        this.han = ALPHABETS.indexOf(Alphabet.HAN);
        this.hiragana = ALPHABETS.indexOf(Alphabet.HIRAGANA);
        this.katakana = ALPHABETS.indexOf(Alphabet.KATAKANA);
        this.chinese = languages.indexOf(Language.CHINESE);
        this.japanese = languages.indexOf(Language.JAPANESE);
        characters(languages);
        fillAlphabets();
    }

    /** The alphabet of a character, {@link #NONE} where Lingua has none for it. */
    int alphabet(char c) {
        return alphabets[c];
    }

    /** Whether a language is written in an alphabet. */
    boolean writes(int language, int alphabet) {
        return writes[language][alphabet];
    }

    /** The language of a character whose alphabet only one language has; {@link #NONE} for others. */
    int only(char c) {
        return onlyLanguages[c];
    }

    boolean isHan(char c) {
        return alphabets[c] == han;
    }

    boolean isKana(char c) {
        return alphabets[c] == hiragana || alphabets[c] == katakana;
    }

    int chinese() {
        return chinese;
    }

    int japanese() {
        return japanese;
    }

    /** The languages that have a letter which hardly any other has. */
    int[] uniques(char c) {
        int[] languages = uniques[c];
        return languages == null ? NO_LANGUAGES : languages;
    }

    /** The few languages that have a letter; empty where it says nothing. */
    int[] few(char c) {
        int[] languages = few[c];
        return languages == null ? NO_LANGUAGES : languages;
    }

    /** Whether a character is a word by itself. */
    boolean isLogogram(char c) {
        return logograms[c];
    }

    private void characters(List<Language> languages) {
        for (int language = 0; language < languages.size(); language++) {
            String unique = languages.get(language).getUniqueCharacters$lingua();
            for (int i = 0; unique != null && i < unique.length(); i++) {
                char c = unique.charAt(i);
                if (hasUniqueLetters(c)) {
                    uniques[c] = with(uniques[c], language);
                }
            }
        }
        Constant.INSTANCE.getCHARS_TO_LANGUAGES_MAPPING().forEach((characters, having) -> {
            for (int i = 0; i < characters.length(); i++) {
                for (Language language : having) {
                    if (languages.contains(language)) {
                        few[characters.charAt(i)] = with(few[characters.charAt(i)], languages.indexOf(language));
                    }
                }
            }
        });
    }

    /** Lingua looks for such letters in three scripts only. */
    private static boolean hasUniqueLetters(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, CYRILLIC, DEVANAGARI -> true;
            default -> false;
        };
    }

    private void fillAlphabets() {
        Map<Character.UnicodeScript, Alphabet> byScript = new EnumMap<>(Character.UnicodeScript.class);
        for (Alphabet alphabet : ALPHABETS) {
            if (alphabet != Alphabet.NONE) {
                byScript.put(Character.UnicodeScript.forName(alphabet.name()), alphabet);
            }
        }
        boolean[] logographic = logographic();
        Arrays.fill(alphabets, (byte) NONE);
        Arrays.fill(onlyLanguages, (byte) NONE);
        for (int c = 0; c < PLANE; c++) {
            Alphabet alphabet = byScript.get(Character.UnicodeScript.of(c));
            if (alphabet != null) {
                int number = ALPHABETS.indexOf(alphabet);
                alphabets[c] = (byte) number;
                onlyLanguages[c] = (byte) onlyLanguage(number);
                logograms[c] = logographic[number];
            }
        }
    }

    private int onlyLanguage(int alphabet) {
        int only = NONE;
        for (int language = 0; language < writes.length; language++) {
            if (writes[language][alphabet]) {
                if (only != NONE) {
                    return NONE;
                }
                only = language;
            }
        }
        return only;
    }

    private static boolean[] logographic() {
        boolean[] logographic = new boolean[ALPHABETS.size()];
        for (Language language : Constant.INSTANCE.getLANGUAGES_SUPPORTING_LOGOGRAMS()) {
            for (Alphabet alphabet : language.getAlphabets$lingua()) {
                logographic[ALPHABETS.indexOf(alphabet)] = true;
            }
        }
        return logographic;
    }

    private static int[] with(int[] languages, int language) {
        int[] longer = languages == null ? new int[1] : Arrays.copyOf(languages, languages.length + 1);
        longer[longer.length - 1] = language;
        return longer;
    }
}
