package org.babelmill.jobs.decide;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.pipeline.config.QualitySettings;
import org.babelmill.quality.filter.FilterPlan;

/**
 * A filter plan in a form that travels to executors.
 *
 * @param name of the plan or of its file
 * @param text the plan, empty for one that ships
 * @param thresholds thresholds by rule that hold instead of the plan's
 * @param without rules that are not applied
 */
record PlanSource(String name, String text, TreeMap<String, Double> thresholds, ArrayList<String> without)
        implements Serializable {

    static PlanSource of(QualitySettings quality, Configuration hadoop) throws IOException {
        boolean shipped = FilterPlan.shippedNames().contains(quality.profile());
        return new PlanSource(
                quality.profile(),
                shipped ? "" : new StageFiles(hadoop).read(quality.profile()),
                new TreeMap<>(quality.thresholds()),
                new ArrayList<>(quality.without()));
    }

    FilterPlan plan() {
        FilterPlan plan = text.isEmpty() ? FilterPlan.shipped(name) : FilterPlan.read(name, text);
        for (Map.Entry<String, Double> threshold : thresholds.entrySet()) {
            plan = plan.withThreshold(threshold.getKey(), threshold.getValue());
        }
        for (String rule : without) {
            plan = plan.without(rule);
        }
        return plan;
    }
}
