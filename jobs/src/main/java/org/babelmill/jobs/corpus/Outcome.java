package org.babelmill.jobs.corpus;

import java.util.List;

/**
 * How a run ended.
 *
 * @param alarms one sentence for each guard that tripped; none when all is well
 */
public record Outcome(List<String> alarms) {

    public Outcome {
        alarms = List.copyOf(alarms);
    }
}
