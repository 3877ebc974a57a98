package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.config.LanguageSettings;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.filter.FilterPlan;

/** What a setting's form cannot say: languages that exist, files that are there, settings that contradict others. */
final class SettingsCheck {

    private final List<ConfigurationProblem> problems = new ArrayList<>();

    /** Throws a {@link ConfigurationException} with all problems, if there are any. */
    void check(RunConfiguration configuration) throws IOException {
        LanguageLabels labels = LanguageLabels.standard();
        for (LanguageTag tag : configuration.language().select()) {
            Optional<LanguageTag> known = labels.find(tag.toString());
            if (known.isEmpty() || !isNamed(tag, configuration.language(), labels)) {
                problem(
                        "language.select",
                        tag.toString(),
                        "unknown language; a tag such as deu_Latn, swh_Latn or cmn_Hans");
            } else if (!known.get().equals(tag)) {
                problem("language.select", tag.toString(), "this language is called " + known.get() + " here");
            }
        }
        checkLingua("language.engine", Optional.of(configuration.language().engine()));
        checkLingua("language.second-engine", configuration.language().secondEngine());
        String profile = configuration.quality().profile();
        if (!FilterPlan.shippedNames().contains(profile) && !profile.contains("/") && !profile.contains(".")) {
            problem(
                    "quality.profile",
                    profile,
                    "one of " + String.join(", ", FilterPlan.shippedNames()) + ", or the path of a filter plan");
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private void checkLingua(String key, Optional<LanguageSettings.Engine> engine) {
        if (engine.equals(Optional.of(LanguageSettings.Engine.LINGUA)) && !LanguageIdentifiers.hasLinguaModels()) {
            problem(
                    key,
                    "lingua",
                    "its models are not in this jar: give spark-submit --jars lib/lingua-1.2.2.jar of the distribution");
        }
    }

    /** Whether there is such a language: ICU names it, or our models know it; a fastText model may know any. */
    private static boolean isNamed(LanguageTag tag, LanguageSettings settings, LanguageLabels labels)
            throws IOException {
        return settings.engine() == LanguageSettings.Engine.FASTTEXT
                || !labels.name(tag).equals(tag.language())
                || LanguageIdentifiers.shippedLanguages().contains(tag);
    }

    private void problem(String key, String value, String allowed) {
        problems.add(new ConfigurationProblem(key, value, "settings", allowed));
    }
}
