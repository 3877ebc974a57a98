package org.babelmill.langid.script;

import com.ibm.icu.lang.UScript;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.Scripts;

/**
 * Groups of scripts whose words compete for one label: a language has one group, and so has a character. Han, kana and
 * bopomofo are one group; every other script is a group by itself, numbered like the script.
 */
public final class ScriptGroups {

    /** The group of characters that go with any script. */
    public static final int ANY = UScript.COMMON;

    /** Above every group. */
    public static final int COUNT = Scripts.COUNT;

    private static final byte[] GROUPS = new byte[COUNT];

    static {
        for (int script = 0; script < COUNT; script++) {
            GROUPS[script] = (byte) groupOf(script);
        }
    }

    private ScriptGroups() {}

    /** The group of a code point, {@link #ANY} where it goes with all. */
    public static int of(int codePoint) {
        return GROUPS[Scripts.of(codePoint)] & 0xFF;
    }

    /** The group of a script given by its {@link UScript} code. */
    public static int ofScript(int script) {
        return GROUPS[script] & 0xFF;
    }

    /** The group that a language is written in, by the script of its tag; {@link #ANY} where ICU does not know the script. */
    public static int of(LanguageTag tag) {
        return switch (tag.script()) {
            case "Hans", "Hant", "Hani", "Jpan", "Hrkt" -> UScript.HAN;
            case "Kore", "Hang" -> UScript.HANGUL;
            default -> {
                int script = UScript.getCodeFromName(tag.script());
                yield script < 0 || script >= COUNT ? ANY : ofScript(script);
            }
        };
    }

    private static int groupOf(int script) {
        return switch (script) {
            case UScript.INHERITED, UScript.UNKNOWN -> ANY;
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO, UScript.KATAKANA_OR_HIRAGANA -> UScript.HAN;
            default -> script;
        };
    }
}
