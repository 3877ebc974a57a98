package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.babelmill.jobs.report.RunReport;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.quality.alarm.AlarmFlag;
import org.babelmill.quality.alarm.FalseLanguageAlarm.Verdict;

/** The last stage: the run's manifest and its report. */
final class ReportStage {

    private final RunContext run;
    private final String version;

    ReportStage(RunContext run, String version) {
        this.run = run;
        this.version = version;
    }

    StageRecord execute(Map<RunStage, StageRecord> done) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("babelmill", version);
        manifest.put("run", run.directory().run().orElseThrow());
        Map<RunStage, StageRecord> stages = new EnumMap<>(done);
        Map<String, Object> counted = new LinkedHashMap<>();
        stages.forEach((stage, record) ->
                counted.put(stage.label(), Map.of("fingerprint", record.fingerprint(), "counts", record.counts())));
        manifest.put("stages", counted);
        RunReport.Finished report = new RunReport(run).make(done);
        manifest.put("alarms", alarmed(report.verdicts()));
        run.directory().storage().write(run.directory().path("manifest.json"), RunDirectory.json(manifest));
        run.directory().storage().write(run.directory().path("report.html"), report.html());
        return new StageRecord(
                RunStage.REPORT,
                run.plan().step(RunStage.REPORT).fingerprint(),
                alarms(report).toMap(),
                Map.of());
    }

    /** Languages with a doubtful label: whether they are held back, and every sign with value and limit. */
    static Map<String, Object> alarmed(List<Verdict> verdicts) {
        Map<String, Object> alarmed = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.flags().isEmpty()) {
                alarmed.put(
                        verdict.tag().toString(),
                        Map.of(
                                "held",
                                verdict.held(),
                                "signs",
                                verdict.flags().stream().map(ReportStage::sign).toList()));
            }
        }
        return alarmed;
    }

    private static Map<String, Object> sign(AlarmFlag flag) {
        Map<String, Object> sign = new LinkedHashMap<>();
        sign.put("sign", flag.sign());
        sign.put("value", flag.value());
        sign.put("comparison", flag.comparison().symbol());
        sign.put("limit", flag.limit());
        return sign;
    }

    /** Languages with a doubtful label: how many signs of it were found, and whether they are enough to hold it back. */
    private static Counts alarms(RunReport.Finished report) {
        Counts counts = new Counts();
        for (Verdict verdict : report.verdicts()) {
            if (!verdict.flags().isEmpty()) {
                counts.add(
                        (verdict.held() ? "held/" : "flagged/") + verdict.tag(),
                        verdict.flags().size());
            }
        }
        return counts;
    }
}
