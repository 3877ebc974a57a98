package org.babelmill.langid;

import org.babelmill.pipeline.language.LanguageTag;

/**
 * Tells Montenegrin from its neighbours by the two letters that only its standard of 2009 has, ś and ź. Most Montenegrin
 * text has few of them or none; that comes out as Serbian, Bosnian or Croatian.
 */
final class Montenegrin {

    /** The label. */
    static final LanguageTag TAG = LanguageTag.parse("cnr_Latn");

    /** One such letter may be in a Polish name. */
    private static final int ENOUGH = 2;

    private Montenegrin() {}

    /** Whether a decision can be refined to Montenegrin. */
    static boolean isNear(LanguageTag tag) {
        return tag.script().equals("Latn")
                && (tag.language().equals("bos")
                        || tag.language().equals("hrv")
                        || tag.language().equals("srp"));
    }

    /** Whether text that is in Bosnian, Croatian, Serbian or Montenegrin is in the last. */
    static boolean is(char[] text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += text[i] == 'ś' || text[i] == 'ź' || text[i] == 'Ś' || text[i] == 'Ź' ? 1 : 0;
        }
        return letters >= ENOUGH;
    }
}
