package org.babelmill.jobs.decide;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import org.babelmill.jobs.input.SplitPlanner;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.pipeline.config.QualitySettings;
import org.babelmill.pipeline.config.RightsSettings;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.FilterPlan;

/**
 * The rules of a run in a form that travels to executors: texts, not objects.
 *
 * @param planSource where the filter plan came from
 * @param planText the plan, empty for one that ships
 * @param profileFiles language profiles by file name; empty for those that ship
 * @param settings thresholds of earlier stages
 * @param robotsAgents robots whose rules count; empty where robots.txt is not honoured
 * @param documents fingerprint of the documents stage
 * @param clusters fingerprint of the dedup stage
 * @param splitSize how the input was cut
 */
public record DecisionRules(
        String planSource,
        String planText,
        TreeMap<String, String> profileFiles,
        DecisionSettings settings,
        List<String> robotsAgents,
        String documents,
        String clusters,
        long splitSize)
        implements Serializable {

    /** The rules that a run's settings name, checked. */
    public static DecisionRules of(RunContext run) throws IOException {
        QualitySettings quality = run.configuration().quality();
        StageFiles files = new StageFiles(run.directory().hadoop());
        boolean shipped = FilterPlan.shippedNames().contains(quality.profile());
        RightsSettings rights = run.configuration().rights();
        DecisionRules rules = new DecisionRules(
                quality.profile(),
                shipped ? "" : files.read(quality.profile()),
                new TreeMap<>(files.yaml(quality.languageProfiles())),
                DecisionSettings.of(
                        run.configuration().language(), run.configuration().dedup()),
                rights.honour().contains(RightsSettings.Signal.ROBOTS_TXT) ? rights.agents() : List.of(),
                run.plan().step(RunStage.DOCUMENTS).fingerprint(),
                run.plan().step(RunStage.DEDUP).fingerprint(),
                run.configuration().input().splitSize().bytes());
        rules.profiles().check();
        rules.plan();
        return rules;
    }

    /** The filter plan. */
    public FilterPlan plan() {
        return planText.isEmpty() ? FilterPlan.shipped(planSource) : FilterPlan.read(planSource, planText);
    }

    /** The figures of each language that the plan's thresholds are taken from. */
    public LanguageProfiles profiles() {
        return profileFiles.isEmpty()
                ? LanguageProfiles.shipped()
                : LanguageProfiles.of("quality.language-profiles", profileFiles);
    }

    SplitPlanner planner() {
        return new SplitPlanner(splitSize);
    }
}
