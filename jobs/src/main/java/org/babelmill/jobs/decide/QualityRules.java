package org.babelmill.jobs.decide;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.config.QualitySettings;
import org.babelmill.pipeline.config.Suggestions;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.RuleScope;

/**
 * The filters of a run in a form that travels to executors: texts, not objects.
 *
 * @param planSource name of a plan that ships, or where the plan came from
 * @param planText the plan, empty for one that ships
 * @param thresholds thresholds that replace those of the plan, by rule
 * @param without rules of the plan that are not applied
 * @param profileFiles language profiles by file name; empty for those that ship
 */
public record QualityRules(
        String planSource,
        String planText,
        TreeMap<String, Double> thresholds,
        ArrayList<String> without,
        TreeMap<String, String> profileFiles)
        implements Serializable {

    /** Reads the files that settings name; does not look into them. */
    static QualityRules read(QualitySettings settings, Configuration hadoop) throws IOException {
        StageFiles files = new StageFiles(hadoop);
        boolean shipped = FilterPlan.shippedNames().contains(settings.profile());
        return new QualityRules(
                settings.profile(),
                shipped ? "" : plan(settings.profile(), files),
                new TreeMap<>(settings.rules()),
                new ArrayList<>(settings.without()),
                profiles(settings.languageProfiles(), files));
    }

    private static String plan(String path, StageFiles files) {
        try {
            return files.read(path);
        } catch (IOException e) {
            throw new UserError(
                    "quality.profile " + path + ": is no file that can be read, and no plan of the program; "
                            + Suggestions.of(path, FilterPlan.shippedNames()),
                    e);
        }
    }

    private static TreeMap<String, String> profiles(Optional<String> folder, StageFiles files) throws IOException {
        TreeMap<String, String> found;
        try {
            found = new TreeMap<>(files.yaml(folder));
        } catch (UserError e) {
            throw new UserError("quality.language-profiles " + e.getMessage(), e);
        }
        if (folder.isPresent() && found.isEmpty()) {
            throw new UserError("quality.language-profiles " + folder.get() + ": holds no *.yaml or *.yml");
        }
        return found;
    }

    /**
     * Reads the files that settings name and tries everything that could fail later: plan, replaced thresholds, and the
     * figures that the plan asks of every language's profile.
     *
     * @throws ConfigurationException with the problems found
     */
    public static QualityRules checked(QualitySettings settings, Configuration hadoop) throws IOException {
        QualityRules rules = read(settings, hadoop);
        FilterPlan plan = rules.plan();
        LanguageProfiles profiles = rules.profiles();
        profiles.check();
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (LanguageTag tag : profiles.tags()) {
            try {
                plan.bind(tag, profiles.find(tag).profile(), RuleScope.ANY_SOURCE);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return rules;
    }

    /** The plan with its replaced thresholds. */
    FilterPlan plan() {
        FilterPlan plan = planText.isEmpty() ? FilterPlan.shipped(planSource) : FilterPlan.read(planSource, planText);
        for (Map.Entry<String, Double> changed : thresholds.entrySet()) {
            plan = plan.withThreshold(changed.getKey(), changed.getValue());
        }
        for (String rule : without) {
            plan = plan.without(rule);
        }
        return plan;
    }

    /** The profiles that thresholds come from. */
    LanguageProfiles profiles() {
        return profileFiles.isEmpty()
                ? LanguageProfiles.shipped()
                : LanguageProfiles.of("quality.language-profiles", profileFiles);
    }
}
