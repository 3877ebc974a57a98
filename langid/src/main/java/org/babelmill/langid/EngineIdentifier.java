package org.babelmill.langid;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.langid.script.SoleLanguages;
import org.babelmill.pipeline.language.LanguageTag;

/** The identifier on one engine, with another for a second opinion where one is wanted. */
final class EngineIdentifier implements LanguageIdentifier {

    private final Engine engine;
    private final Engine secondEngine;
    private final IdentificationRules rules;

    /** @param secondEngine null for none */
    EngineIdentifier(Engine engine, Engine secondEngine, IdentificationRules rules) {
        this.engine = requireNonNull(engine, "engine");
        this.secondEngine = secondEngine;
        this.rules = requireNonNull(rules, "rules");
    }

    @Override
    public String model() {
        return secondEngine == null ? engine.model() : engine.model() + "+" + secondEngine.model();
    }

    @Override
    public List<LanguageTag> languages() {
        SortedSet<LanguageTag> languages = new TreeSet<>(engine.languages());
        if (languages.stream().anyMatch(Montenegrin::isNear)) {
            languages.add(Montenegrin.TAG);
        }
        for (int group = 0; group < ScriptGroups.COUNT; group++) {
            if (SoleLanguages.of(group) != null) {
                languages.add(SoleLanguages.of(group));
            }
        }
        return List.copyOf(languages);
    }

    @Override
    public Session newSession() {
        return new EngineSession(engine, secondEngine, rules);
    }
}
