package org.babelmill.jobs.report;

import java.util.List;
import java.util.Map;
import org.babelmill.jobs.survey.Concentration;
import org.babelmill.jobs.survey.Concentration.Named;
import org.babelmill.jobs.survey.LanguageTally;
import org.babelmill.jobs.survey.LanguageTally.Count;
import org.babelmill.jobs.survey.Survey;
import org.babelmill.pipeline.config.AlarmSettings;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.alarm.FalseLanguageAlarm;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;
import org.babelmill.quality.alarm.LanguageCounts;

/** Gives a run's counts to the false-language alarm. */
final class LanguageAlarms {

    private LanguageAlarms() {}

    /** The verdict on each language, in the order of labels. */
    static List<Verdict> verdicts(Survey survey, Concentration concentration, AlarmSettings limits) {
        FalseLanguageAlarm alarm = new FalseLanguageAlarm(limits);
        return survey.languages().entrySet().stream()
                .map(e -> alarm.check(counts(e, concentration.topHosts().get(e.getKey()))))
                .toList();
    }

    private static LanguageCounts counts(Map.Entry<String, LanguageTally> language, Named topHost) {
        LanguageTally tally = language.getValue();
        return new LanguageCounts(
                LanguageTag.parse(language.getKey()),
                tally.get(Count.DOCUMENTS),
                List.of(
                        new LanguageCounts.Step(
                                "dedup", tally.get(Count.BEFORE_DEDUP), tally.get(Count.BEFORE_QUALITY)),
                        new LanguageCounts.Step(
                                "quality", tally.get(Count.BEFORE_QUALITY), tally.get(Count.AFTER_QUALITY))),
                tally.get(Count.DECLARED),
                tally.get(Count.CONTRADICTED),
                topHost == null ? 0 : topHost.totals().documents(),
                tally.get(Count.FOREIGN_SCRIPT),
                tally.get(Count.MEASURED),
                tally.get(Count.WITHOUT_STOP_WORDS));
    }
}
