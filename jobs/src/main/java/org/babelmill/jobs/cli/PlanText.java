package org.babelmill.jobs.cli;

import java.io.IOException;
import java.util.Locale;
import org.babelmill.jobs.corpus.CorpusInput;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.run.RunPlan;
import org.babelmill.jobs.run.SplitRecords;

/** What {@code --dry-run} prints. */
final class PlanText {

    private final Prepared prepared;

    PlanText(Prepared prepared) {
        this.prepared = prepared;
    }

    String text() throws IOException {
        CorpusInput input = prepared.input();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "input      %s, %,d bytes, %s%n",
                Counted.of(input.files(), "file"),
                input.bytes(),
                Counted.of(input.splits().size(), "split")));
        if (input.ignored() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "           not read: %s in these folders%n",
                    Counted.of(input.ignored(), "other file")));
        }
        text.append(String.format(
                Locale.ROOT, "output     %s%n", prepared.directory().shown()));
        for (RunPlan.Step step : prepared.plan().steps()) {
            text.append(String.format(Locale.ROOT, "%-10s %s%n", step.stage().label(), explanation(step)));
        }
        return text.toString();
    }

    private String explanation(RunPlan.Step step) throws IOException {
        String what = explanation(step.action());
        if (step.action() != RunPlan.Action.DO && step.action() != RunPlan.Action.REPLACE) {
            return what;
        }
        int kept = new SplitRecords(prepared.directory(), step.stage(), step.work())
                .finished(prepared.input().splits());
        return kept == 0
                ? what
                : what
                        + String.format(
                                Locale.ROOT,
                                "; %,d of %s kept",
                                kept,
                                Counted.of(prepared.input().splits().size(), "split"));
    }

    private static String explanation(RunPlan.Action action) {
        return switch (action) {
            case REUSE -> "finished, is kept";
            case DO -> "to do";
            case AGAIN -> "finished, is done again as asked";
            case REPLACE -> "finished with other settings or input, is done again";
            case LEAVE -> "not asked for";
            case MISSING -> "missing";
        };
    }
}
