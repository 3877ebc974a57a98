package org.babelmill.jobs.decide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.balance.CopyTable;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitRecords;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.signal.Signal;

/** Decides about the documents of one split. One task, one thread. */
final class SplitDecisions {

    private static final int REPEATS = DecisionsTable.SCHEMA.positions().get("repeats");
    private static final int TEXT_BYTES = DecisionsTable.SCHEMA.positions().get("text_bytes");

    private final DecisionRules rules;
    private final FilterPlan plan;
    private final Decider decider;
    private final Map<String, CopyTable> copies;

    /**
     * Decisions.
     *
     * @param copies copies by language; the empty name for all others
     */
    SplitDecisions(DecisionRules rules, Map<String, CopyTable> copies) {
        this.rules = rules;
        this.plan = rules.plan();
        this.decider = new Decider(plan, rules.profiles(), rules.settings(), rules.tombstones());
        this.copies = copies;
    }

    /** Writes the decisions file of a split. */
    void write(InputSplit split, SplitTask task) throws IOException {
        Counts counts = task.counts();
        try (CandidateReader documents = open(split, task.directory());
                TableWriter out = TableWriter.create(DecisionsTable.SCHEMA, task.file("decisions"), task.hadoop())) {
            for (Candidate document = documents.next(); document != null; document = documents.next()) {
                List<Reason> reasons = decider.reasons(document);
                Object[] row = decider.row(document, reasons, copies(document));
                out.write(row);
                count(document, reasons, counts);
                if (reasons.isEmpty()) {
                    counts.add("copied-bytes/" + document.tag(), (Integer) row[REPEATS] * (Long) row[TEXT_BYTES]);
                }
                task.meter().documents(1);
                task.meter().dropped(reasons.isEmpty() ? 0 : 1);
            }
        }
        task.meter().bytes(split.bytes());
    }

    /** Counts documents by language, cluster size and whether the filters remove them; duplicates do not come so far. */
    void countSizes(InputSplit split, RunDirectory directory, Counts counts, String prefix) throws IOException {
        try (CandidateReader documents = open(split, directory)) {
            for (Candidate document = documents.next(); document != null; document = documents.next()) {
                List<Reason> reasons = decider.reasons(document);
                if (reasons.stream().noneMatch(r -> r.stage().compareTo(Stage.QUALITY) < 0)) {
                    long size = document.twin().map(Candidate.Twin::size).orElse(1L);
                    counts.add(prefix + document.tag() + "/" + size + (reasons.isEmpty() ? "/kept" : "/removed"));
                }
            }
        }
    }

    private CopyTable copies(Candidate document) {
        CopyTable own = copies.get(document.tag().toString());
        return own != null ? own : copies.get("");
    }

    private CandidateReader open(InputSplit split, RunDirectory directory) throws IOException {
        SplitRecords documents = new SplitRecords(directory, RunStage.DOCUMENTS, rules.documents());
        SplitRecords clusters = new SplitRecords(directory, RunStage.DEDUP, rules.clusters());
        return CandidateReader.open(
                documents.file(split, "signals"),
                clusters.file(split, "clusters"),
                plan.signals(),
                robots(split, documents, directory),
                directory.hadoop());
    }

    private RobotsPolicy robots(InputSplit split, SplitRecords documents, RunDirectory directory) throws IOException {
        if (rules.robotsAgents().isEmpty()) {
            return RobotsPolicy.none();
        }
        List<Path> files = new ArrayList<>();
        files.add(documents.file(split, "robots"));
        for (InputSplit neighbour : rules.neighbours().of(split)) {
            files.add(documents.file(neighbour, "robots"));
        }
        return RobotsPolicy.read(files, rules.robotsAgents(), directory.hadoop());
    }

    private static void count(Candidate document, List<Reason> reasons, Counts counts) {
        String language = document.tag().toString();
        long bytes = (long) document.signals().get(Signal.UTF8_BYTES);
        boolean keep = reasons.isEmpty();
        counts.add("documents");
        counts.add(keep ? "kept" : "dropped");
        String outcome = keep ? "kept" : reasons.get(0).stage().label();
        counts.add("outcome/" + outcome + "/" + language);
        counts.add("bytes/" + outcome + "/" + language, bytes);
        counts.add(
                "words/" + outcome + "/" + language, (long) document.signals().get(Signal.WORDS));
        for (Reason reason : reasons) {
            counts.add("rule/" + reason.stage().label() + "/" + reason.rule());
        }
    }
}
