package org.babelmill.langid.script;

import com.ibm.icu.lang.UScript;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Scripts that are, on the web, written by one language: text in them needs no further look. Tai Tham is not among them:
 * Northern Thai and Khün write it.
 */
public final class SoleLanguages {

    private static final String TABLE = """
            Adlm ful, Armn hye, Bamu bax, Cakm ccp, Cham cjm, Cher chr, Geor kat, Grek ell, Gujr guj, Guru pan,
            Khmr khm, Knda kan, Laoo lao, Lepc lep, Limb lif, Lisu lis, Mlym mal, Mtei mni, Newa new, Nkoo nqo,
            Olck sat, Orya ory, Saur saz, Sinh sin, Sund sun, Tale tdd, Talu khb, Taml tam, Tavt blt, Telu tel, Thaa div,
            Thai tha, Vaii vai, Yiii iii
            """;

    private static final LanguageTag JAPANESE = LanguageTag.parse("jpn_Jpan");
    private static final LanguageTag KOREAN = LanguageTag.parse("kor_Hang");

    private static final LanguageTag[] BY_GROUP = new LanguageTag[ScriptGroups.COUNT];

    static {
        for (String entry : TABLE.split(",")) {
            String[] parts = entry.strip().split(" ");
            BY_GROUP[UScript.getCodeFromName(parts[0])] = new LanguageTag(parts[1], parts[0]);
        }
        BY_GROUP[UScript.HANGUL] = KOREAN;
    }

    private SoleLanguages() {}

    /** The only language of a group; null where there are several. */
    public static LanguageTag of(int group) {
        return BY_GROUP[group];
    }

    /** The language of text in Han characters and kana. */
    public static LanguageTag japanese() {
        return JAPANESE;
    }
}
