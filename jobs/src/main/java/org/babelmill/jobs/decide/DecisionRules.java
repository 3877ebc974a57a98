package org.babelmill.jobs.decide;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.SplitPlanner;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.RightsSettings;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.FilterPlan;

/**
 * The rules of a run in a form that travels to executors: texts, not objects.
 *
 * @param quality the filters
 * @param settings thresholds of earlier stages
 * @param robotsAgents robots whose rules count; empty where robots.txt is not honoured
 * @param tombstones what was taken back from earlier releases
 * @param documents what the documents stage's split records follow from
 * @param clusters what the dedup stage's follow from
 * @param neighbours which splits hold parts of the same file
 */
public record DecisionRules(
        QualityRules quality,
        DecisionSettings settings,
        List<String> robotsAgents,
        Tombstones tombstones,
        String documents,
        String clusters,
        SplitNeighbours neighbours)
        implements Serializable {

    /** The rules that a run's settings name, checked. */
    public static DecisionRules of(RunContext run) throws IOException {
        DecisionRules rules = of(
                run.configuration(),
                run.directory().hadoop(),
                run.plan().step(RunStage.DOCUMENTS).work(),
                run.plan().step(RunStage.DEDUP).work(),
                run.splits());
        return rules.and(Tombstones.of(run.directory()));
    }

    private DecisionRules and(Tombstones more) {
        return new DecisionRules(
                quality, settings, robotsAgents, tombstones.plus(more), documents, clusters, neighbours);
    }

    /** The rules that settings name, to try them on signals that are there: without the files of a certain run. */
    public static DecisionRules of(RunConfiguration configuration, Configuration hadoop) throws IOException {
        return of(configuration, hadoop, "", "", List.of());
    }

    private static DecisionRules of(
            RunConfiguration configuration,
            Configuration hadoop,
            String documents,
            String clusters,
            List<InputSplit> splits)
            throws IOException {
        RightsSettings rights = configuration.rights();
        return new DecisionRules(
                QualityRules.checked(configuration.quality(), hadoop),
                DecisionSettings.of(configuration.language(), configuration.dedup()),
                rights.honour().contains(RightsSettings.Signal.ROBOTS_TXT) ? rights.agents() : List.of(),
                Tombstones.of(configuration.takedown(), hadoop),
                documents,
                clusters,
                SplitNeighbours.of(splitSize(configuration, splits), splits));
    }

    private static long splitSize(RunConfiguration configuration, List<InputSplit> splits) {
        return SplitPlanner.size(
                configuration.input().splitSize().bytes(),
                splits.stream().mapToLong(InputSplit::bytes).sum());
    }

    /** The filter plan, with the thresholds that the settings put in place of its own. */
    public FilterPlan plan() {
        return quality.plan();
    }

    /** The figures of each language that the plan's thresholds are taken from. */
    public LanguageProfiles profiles() {
        return quality.profiles();
    }
}
