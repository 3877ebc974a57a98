package org.babelmill.quality.text;

import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.Scripts;

/**
 * The Unicode scripts that a language tag's script stands for: Japanese is written in three, the variants of Han are one.
 * Immutable.
 */
public final class ScriptSet {

    private final boolean[] scripts;
    private final int[] codes;

    private ScriptSet(boolean[] scripts, int[] codes) {
        this.scripts = scripts;
        this.codes = codes;
    }

    /** The scripts of a tag. {@code Zyyy}, {@code Zxxx} and codes that Unicode does not know stand for every script. */
    public static ScriptSet of(LanguageTag tag) {
        boolean[] scripts = new boolean[Scripts.COUNT];
        int[] codes = codes(tag.script());
        if (codes.length == 0) {
            Arrays.fill(scripts, true);
        }
        for (int code : codes) {
            scripts[code] = true;
        }
        return new ScriptSet(scripts, codes);
    }

    /** Whether a script, by ICU's code, is one of them. */
    public boolean contains(int script) {
        return scripts[script];
    }

    /** Whether it is every script. */
    boolean isEvery() {
        return codes.length == 0;
    }

    /** What counts by script come to, of these scripts alone; not for {@link #isEvery}. */
    int sum(IntUnaryOperator byScript) {
        int sum = 0;
        for (int code : codes) {
            sum += byScript.applyAsInt(code);
        }
        return sum;
    }

    private static int[] codes(String script) {
        return switch (script) {
            case "Hans", "Hant", "Hani" -> new int[] {UScript.HAN, UScript.BOPOMOFO};
            case "Jpan", "Hrkt" -> new int[] {UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA};
            case "Kore", "Hang" -> new int[] {UScript.HANGUL, UScript.HAN};
            case "Zyyy", "Zxxx", "Zzzz", "Zinh" -> new int[] {};
            default -> known(script);
        };
    }

    private static int[] known(String script) {
        int code = UScript.getCodeFromName(script);
        return code == UScript.INVALID_CODE || code >= Scripts.COUNT ? new int[] {} : new int[] {code};
    }
}
