package org.babelmill.jobs.serve;

import java.io.IOException;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.inspect.ThresholdSweep;
import org.babelmill.quality.filter.FilterRule;

/**
 * The sweep of the rule that was asked about last. One is made at a time: each uses all cores, and who moves a slider
 * waits for the same one.
 */
final class Sweeps {

    private final RunView run;
    private String rule = "";
    private ThresholdSweep latest;

    Sweeps(RunView run) {
        this.run = run;
    }

    /** The sweep of a rule of the run's plan over its slider. */
    synchronized ThresholdSweep of(FilterRule wanted, Slider slider) throws IOException {
        if (!rule.equals(wanted.name())) {
            latest = ThresholdSweep.of(run, wanted, slider.thresholds());
            rule = wanted.name();
        }
        return latest;
    }
}
