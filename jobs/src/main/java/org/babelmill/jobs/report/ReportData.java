package org.babelmill.jobs.report;

import java.util.List;
import java.util.Map;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.survey.Concentration;
import org.babelmill.jobs.survey.Excerpt;
import org.babelmill.jobs.survey.Pick;
import org.babelmill.jobs.survey.Survey;
import org.babelmill.pipeline.config.AlarmSettings;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;

/**
 * Everything the report shows.
 *
 * @param run what the run is
 * @param stages records of the finished stages
 * @param settings the run's settings
 * @param survey totals over all documents
 * @param concentration hosts, domains, licences and opt-outs
 * @param members some members of the largest clusters, by cluster
 * @param excerpts beginnings of all documents that are named, by id
 * @param thresholds the rules of each language
 * @param verdicts the false-language alarm
 * @param alarm its limits
 */
record ReportData(
        RunRecord run,
        Map<RunStage, StageRecord> stages,
        ConfigurationTree settings,
        Survey survey,
        Concentration concentration,
        Map<String, List<Pick>> members,
        Map<String, Excerpt> excerpts,
        RuleThresholds thresholds,
        List<Verdict> verdicts,
        AlarmSettings alarm) {

    /** Counters of a stage; none when it is not finished. */
    Counts counts(RunStage stage) {
        StageRecord record = stages.get(stage);
        return record == null ? new Counts() : Counts.of(record.counts());
    }
}
