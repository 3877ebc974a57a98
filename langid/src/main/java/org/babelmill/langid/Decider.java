package org.babelmill.langid;

import com.ibm.icu.lang.UScript;
import java.util.List;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.script.HanVariant;
import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.langid.script.ScriptView;
import org.babelmill.langid.script.SoleLanguages;
import org.babelmill.pipeline.language.LanguageTag;

/** Script first, then the engine. One thread at a time. */
final class Decider {

    /** Probability of a language that its script settles, for text in that script alone. */
    private static final double SETTLED = 0.99;

    private static final LanguageTag CHINESE = LanguageTag.parse("cmn_Hani");

    private final Engine engine;
    private final Engine.Reader reader;
    private final int[] languagesOfGroup = new int[ScriptGroups.COUNT];

    Decider(Engine engine) {
        this.engine = engine;
        this.reader = engine.newReader();
        for (LanguageTag tag : engine.languages()) {
            languagesOfGroup[ScriptGroups.of(tag)]++;
        }
    }

    /** Decides on the chars from {@code from} to {@code to} (exclusive), of which the view was made. */
    Decision decide(char[] text, int from, int to, ScriptView view, int maxLetters) {
        LanguageTag settled = settled(view);
        if (settled != null) {
            return new Decision(settled, -1, SETTLED * view.share(), view.script(), view.group());
        }
        String script = view.group() == UScript.HAN ? HanVariant.of(text, from, to) : view.script();
        int number = reader.read(text, from, to, view.group(), maxLetters);
        if (number < 0) {
            return Decision.undetermined(script, view.group());
        }
        LanguageTag tag = Montenegrin.isNear(tag(number)) && Montenegrin.is(text, from, to)
                ? Montenegrin.TAG
                : written(tag(number), script);
        return new Decision(tag, number, reader.probability(), script, view.group());
    }

    /** The candidates for the text of the decision made last. */
    List<Candidate> candidates(Decision decision) {
        if (decision.isFromEngine()) {
            LanguageTag read = tag(decision.number());
            return reader.candidates(LanguageVerdict.CANDIDATE_FLOOR).stream()
                    .map(candidate -> new Candidate(
                            candidate.tag().equals(read) ? decision.tag() : written(candidate.tag(), decision.script()),
                            candidate.probability()))
                    .toList();
        }
        return decision.probability() > 0 ? List.of(new Candidate(decision.tag(), decision.probability())) : List.of();
    }

    /** The language that the script of a text settles; null where it does not. */
    private LanguageTag settled(ScriptView view) {
        if (view.isJapanese()) {
            return SoleLanguages.japanese();
        }
        return languagesOfGroup[view.group()] <= 1 ? SoleLanguages.of(view.group()) : null;
    }

    /** Whether the engine can tell languages of the group. */
    boolean knows(int group) {
        return languagesOfGroup[group] > 0;
    }

    /** By how much, in log10, the text decided on last is likelier in its language than in that of another decision. */
    double advantageOver(Decision other) {
        return reader.advantageOver(other.number());
    }

    private LanguageTag tag(int number) {
        return engine.languages().get(number);
    }

    /** The tag of Chinese with the characters that the text is really written in. */
    private static LanguageTag written(LanguageTag tag, String script) {
        return tag.equals(CHINESE) ? new LanguageTag(tag.language(), script) : tag;
    }
}
