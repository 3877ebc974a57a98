package org.babelmill.jobs.cli;

import java.util.Locale;
import org.babelmill.jobs.corpus.CorpusJob.Prepared;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.run.RunPlan;

/** What {@code --dry-run} prints. */
final class PlanText {

    private final Prepared prepared;

    PlanText(Prepared prepared) {
        this.prepared = prepared;
    }

    String text() {
        long bytes =
                prepared.inputs().files().stream().mapToLong(InputFile::length).sum();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "input   %,d files, %,d bytes, %,d splits%n",
                prepared.inputs().files().size(),
                bytes,
                prepared.splits().size()));
        if (prepared.inputs().ignored() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "        %,d other files in these folders are not read%n",
                    prepared.inputs().ignored()));
        }
        text.append(
                String.format(Locale.ROOT, "output  %s%n", prepared.directory().root()));
        for (RunPlan.Step step : prepared.plan().steps()) {
            text.append(String.format(Locale.ROOT, "%-10s %s%n", step.stage().label(), explanation(step.action())));
        }
        return text.toString();
    }

    private static String explanation(RunPlan.Action action) {
        return switch (action) {
            case REUSE -> "finished, is kept";
            case DO -> "to do";
            case REPLACE -> "finished with other settings or input, is done again";
        };
    }
}
