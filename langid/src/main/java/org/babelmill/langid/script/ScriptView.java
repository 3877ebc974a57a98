package org.babelmill.langid.script;

import com.ibm.icu.lang.UScript;
import org.babelmill.pipeline.text.ScriptCounter;
import org.babelmill.pipeline.text.Scripts;

/**
 * What the scripts of a text say: the group that most of it is written in, and the name of the script. An ideograph says
 * as much as a few letters, so it counts as several; a Latin letter counts half as much as one of another alphabet.
 *
 * @param group the main group; {@link ScriptGroups#ANY} where there are no letters
 * @param script the main script as ISO 15924 code, {@code Jpan} and {@code Hani} for Han with and without kana;
 *     {@code Zxxx} where there are no letters
 * @param share how much of the weighted letters the main group has, from 0 to 1
 */
public record ScriptView(int group, String script, double share) {

    private static final int IDEOGRAPH_WEIGHT = 3;

    /** Names, brands and addresses are in Latin letters in texts of all languages, words in other scripts are not. */
    private static final int OTHER_WEIGHT = 2;

    /** From this share of kana on, text in Han and kana is Japanese. */
    private static final double KANA_SHARE = 0.03;

    private static final String JAPANESE = "Jpan";

    /** The view of counted letters. */
    public static ScriptView of(ScriptCounter counter) {
        int best = ScriptGroups.ANY;
        long bestWeight = 0;
        long total = 0;
        long han = hanGroup(counter);
        for (int i = 0; i < counter.kinds(); i++) {
            int script = counter.kind(i);
            long weight = ScriptGroups.ofScript(script) == UScript.HAN ? 0 : weight(counter, script);
            total += weight;
            if (weight > bestWeight || (weight == bestWeight && script < best && weight > 0)) {
                best = script;
                bestWeight = weight;
            }
        }
        total += han;
        if (han > bestWeight) {
            return new ScriptView(UScript.HAN, isJapanese(counter) ? JAPANESE : "Hani", (double) han / total);
        }
        return bestWeight == 0
                ? new ScriptView(ScriptGroups.ANY, "Zxxx", 0)
                : new ScriptView(best, Scripts.iso(best), (double) bestWeight / total);
    }

    /** Whether the text has letters at all. */
    public boolean hasLetters() {
        return group != ScriptGroups.ANY;
    }

    /** Whether the text is written in Han characters with kana among them. */
    public boolean isJapanese() {
        return script.equals(JAPANESE);
    }

    private static boolean isJapanese(ScriptCounter counter) {
        long kana = kana(counter);
        return kana > KANA_SHARE * (kana + counter.count(UScript.HAN));
    }

    private static long hanGroup(ScriptCounter counter) {
        return (long) IDEOGRAPH_WEIGHT * counter.count(UScript.HAN)
                + (long) OTHER_WEIGHT * (kana(counter) + counter.count(UScript.BOPOMOFO));
    }

    private static long kana(ScriptCounter counter) {
        return (long) counter.count(UScript.HIRAGANA) + counter.count(UScript.KATAKANA);
    }

    private static long weight(ScriptCounter counter, int script) {
        return (long) (script == UScript.LATIN ? 1 : OTHER_WEIGHT) * counter.count(script);
    }
}
