package org.babelmill.langid;

import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * What was found out about a text before any threshold.
 *
 * @param tag the most likely language; {@code und} where there is no candidate
 * @param number its number in the engine; -1 where the engine was not asked or had no answer
 * @param probability that it is right
 * @param script the text's main script
 * @param group the group of that script
 */
record Decision(LanguageTag tag, int number, double probability, String script, int group) {

    /** Of text without words. */
    static final Decision NO_LANGUAGE =
            new Decision(LanguageTag.NONE, -1, 1, LanguageTag.NONE.script(), ScriptGroups.ANY);

    static Decision undetermined(String script, int group) {
        return new Decision(LanguageTag.undetermined(script), -1, 0, script, group);
    }

    /** Whether the engine gave the answer. */
    boolean isFromEngine() {
        return number >= 0;
    }
}
