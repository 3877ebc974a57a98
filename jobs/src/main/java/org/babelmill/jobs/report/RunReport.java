package org.babelmill.jobs.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunParts;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.survey.ClusterTally;
import org.babelmill.jobs.survey.Concentration;
import org.babelmill.jobs.survey.Pick;
import org.babelmill.jobs.survey.ScoreTally;
import org.babelmill.jobs.survey.Survey;
import org.babelmill.jobs.survey.SurveyJob;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;

/** Makes {@code report.html} of a finished run. */
public final class RunReport {

    private final RunContext run;

    /** A report on a run whose decisions are made. */
    public RunReport(RunContext run) {
        this.run = run;
    }

    /**
     * A finished report.
     *
     * @param html the file
     * @param verdicts what the false-language alarm says of each language
     */
    public record Finished(String html, List<Verdict> verdicts) {

        public Finished {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** Surveys the tables and writes the page. */
    public Finished make(Map<RunStage, StageRecord> stages) throws IOException {
        DecisionRules rules = DecisionRules.of(run);
        SurveyJob job = new SurveyJob(
                run.spark(),
                RunParts.of(run.directory(), SurveyJob.TABLES),
                run.directory().hadoop());
        run.spark().setJobGroup(RunStage.REPORT.label(), "report", false);
        try {
            ReportData data = data(job, rules, stages);
            return new Finished(page(data), data.verdicts());
        } finally {
            run.spark().clearJobGroup();
        }
    }

    private ReportData data(SurveyJob job, DecisionRules rules, Map<RunStage, StageRecord> stages) throws IOException {
        Survey survey = job.survey(rules, run.configuration().seed());
        Concentration concentration = job.concentration();
        Map<String, List<Pick>> members = job.members(survey.clusters().largest().stream()
                .map(ClusterTally.Cluster::id)
                .collect(Collectors.toSet()));
        List<Pick> shown = new ArrayList<>(SampleChoice.of(survey).picks());
        members.values().forEach(shown::addAll);
        survey.scores()
                .values()
                .forEach(score ->
                        score.deciles().stream().map(ScoreTally.Decile::pick).forEach(shown::add));
        return new ReportData(
                run.directory().run().orElseThrow(),
                stages,
                run.settings(),
                survey,
                concentration,
                members,
                job.excerpts(shown, rules.tombstones()),
                new RuleThresholds(rules, survey.languages().keySet()),
                LanguageAlarms.verdicts(
                        survey, concentration, run.configuration().quality().alarm()),
                run.configuration().quality().alarm());
    }

    private static String page(ReportData data) {
        Page page = new Page("Babelmill run report");
        page.line("Input: " + String.join(", ", data.run().inputs()));
        page.line("Babelmill " + data.run().babelmill() + ", " + data.run().files()
                + (data.run().files() == 1 ? " input file" : " input files") + ", fingerprint "
                + data.run().inputFingerprint().substring(0, 16));
        new OverviewSection(data).write(page);
        new LanguageSection(data).write(page);
        new SignalSection(data).write(page);
        new DuplicateSection(data).write(page);
        new SourceSection(data).write(page);
        new ScoreSection(data).write(page);
        new SampleSection(data).write(page);
        new RunSection(data).write(page);
        return page.html();
    }
}
