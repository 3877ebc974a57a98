package org.babelmill.jobs.documents;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.babelmill.jobs.input.RequestBudget;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.jobs.run.StageRecord;

/** The heavy pass over all splits: archives to documents, signals and ledger. */
public final class DocumentsStage {

    private final RunContext run;

    public DocumentsStage(RunContext run) {
        this.run = run;
    }

    /**
     * Reads every split that is not finished.
     *
     * @throws IOException when storage fails
     * @throws IllegalStateException when records are not accounted for, which is a defect of this program
     */
    public StageRecord execute() throws IOException {
        StageFiles files = new StageFiles(run.directory().hadoop());
        Map<String, String> profiles = files.yaml(run.configuration().quality().languageProfiles());
        Map<String, String> wordLists =
                files.wordLists(run.configuration().signals().wordLists());
        Broadcast<RunModels> models =
                run.spark().broadcast(new RunModels(run.settings().root().toString(), profiles, wordLists));
        RequestBudget budget = RequestBudget.of(run.configuration().storage().requestsPerSecond(), run.spark());
        try {
            SplitJob.Result result = run.job(RunStage.DOCUMENTS)
                    .run(
                            run.splits(),
                            (split, task) -> {
                                try (SplitOutput output = new SplitOutput(task)) {
                                    new SplitReader(models.value().load(task.hadoop()), budget, task, output)
                                            .read(split);
                                }
                            },
                            run.console());
            check(result.counts());
            return run.record(RunStage.DOCUMENTS, result);
        } finally {
            models.destroy();
        }
    }

    private static void check(Counts counts) {
        long accounted = counts.get("documents") + counts.get("dropped");
        if (counts.get("records") != accounted) {
            throw new IllegalStateException(
                    counts.get("records") + " records were read, " + accounted + " are documents or in the ledger");
        }
    }
}
