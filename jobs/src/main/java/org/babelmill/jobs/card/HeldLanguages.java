package org.babelmill.jobs.card;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;

/** Languages that the false-language alarm of a run holds back: their pages behave like those of another language. */
public final class HeldLanguages {

    private HeldLanguages() {}

    /**
     * Languages of a release that are not to be published, with the number of signs against each. A copy of shards without
     * its run has no alarm.
     *
     * @param overridden languages that somebody looked at and found right
     */
    public static Map<String, Long> of(Release release, Collection<String> overridden, Configuration hadoop)
            throws IOException {
        RunDirectory run = RunDirectory.at(release.root().getParent().toString(), hadoop);
        Map<String, Long> held = new TreeMap<>();
        StageRecord report = run.stage(RunStage.REPORT).orElse(null);
        if (report != null) {
            held.putAll(Counts.of(report.counts()).below("held/"));
            held.keySet().removeAll(overridden);
        }
        return held;
    }
}
