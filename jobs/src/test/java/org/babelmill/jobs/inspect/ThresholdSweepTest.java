package org.babelmill.jobs.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.inspect.WhatIfResult.Amount;
import org.babelmill.jobs.inspect.WhatIfResult.Change;
import org.babelmill.jobs.report.RunFixture;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.quality.filter.FilterRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdSweepTest {

    private static final double[] THRESHOLDS = {0, 0.1, 0.5, 1, 2, 9, 10, 50, 64, 65, 100, 101, 1_000, 200_000};

    @TempDir
    private static Path folder;

    private static RunView run;

    @BeforeAll
    static void writeRun() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        RunDirectory directory = RunFixture.standard().write(folder.resolve("run"), 3);
        run = RunView.open(directory.root().toString(), hadoop);
    }

    private static FilterRule rule(String name) throws IOException {
        return run.rules().plan().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map.Entry<String, List<Amount>>> amounts(Map<String, Change> changes) {
        List<Map.Entry<String, List<Amount>>> amounts = new ArrayList<>();
        changes.forEach((name, change) -> amounts.add(Map.entry(name, List.of(change.before(), change.after()))));
        return amounts;
    }

    @Test
    void everyThresholdGivesWhatDecidingAgainGives() throws IOException {
        int changes = 0;
        for (FilterRule rule :
                List.of(rule("short-document"), rule("long-document"), rule("stop-words"), rule("wrong-script"))) {
            ThresholdSweep sweep = ThresholdSweep.of(run, rule, THRESHOLDS);
            for (int i = 0; i < THRESHOLDS.length; i++) {
                WhatIfResult swept = sweep.at(i);
                WhatIfResult again =
                        new WhatIf(run).ask(run.settings().set("quality.rules." + rule.name() + "=" + THRESHOLDS[i]));
                String name = WhatIf.name(rule);
                assertThat(amounts(swept.languages()))
                        .as("%s at %s", name, THRESHOLDS[i])
                        .isEqualTo(amounts(again.languages()));
                Change failed = again.rules().getOrDefault(name, new Change());
                assertThat(amounts(swept.rules()))
                        .containsExactly(Map.entry(name, List.of(failed.before(), failed.after())));
                changes += failed.isChange() ? 1 : 0;
            }
        }
        assertThat(changes).as("thresholds that change anything").isGreaterThan(10);
    }

    @Test
    void withoutAThresholdTheRunIsAsItWasDecided() throws IOException {
        WhatIfResult unchanged =
                ThresholdSweep.of(run, rule("short-document"), THRESHOLDS).unchanged();

        assertThat(amounts(unchanged.languages()))
                .isEqualTo(amounts(new WhatIf(run).ask(run.settings()).languages()));
        assertThat(unchanged.rules().values()).noneMatch(Change::isChange);
    }
}
