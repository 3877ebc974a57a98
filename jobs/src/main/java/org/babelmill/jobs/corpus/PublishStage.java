package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.card.VersionMemory;
import org.babelmill.jobs.decide.DecisionRules;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.spark.StageProgress.Progress;
import org.babelmill.jobs.summary.RuleText;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.ShardSettings;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.filter.BoundRule;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.RuleScope;
import org.babelmill.quality.filter.Threshold;

/** The shards and what goes with them: manifest, checksums, dataset card. The manifest comes last. */
final class PublishStage {

    private final RunContext run;
    private final String version;
    private final DecisionRules rules;

    PublishStage(RunContext run, String version) throws IOException {
        this.run = run;
        this.version = version;
        this.rules = DecisionRules.of(run);
    }

    StageRecord execute(Counts decided, Counts read) throws IOException {
        List<ShardEntry> files;
        Progress unknown = new Progress(0, 0, 0, "writing shards");
        try (StageProgress progress = StageProgress.start("shard", () -> unknown, run.console())) {
            files = new ShardStage(run).execute(decided);
        }
        ReleaseManifest manifest = new VersionMemory(run.directory())
                .numbered(
                        ReleaseManifest.of(
                                version,
                                run.configuration().card().name(),
                                run.plan().step(RunStage.SHARD).fingerprint(),
                                files),
                        rules.tombstones().text());
        new ReleaseWriter(run.directory().path("shards"), run.directory().storage())
                .write(manifest, facts(decided, read, takenBack(decided, files)), tombstones());
        Counts counts = new Counts();
        for (ShardEntry file : files) {
            counts.add("files");
            counts.add("rows/" + file.split() + "/" + file.language(), file.rows());
            counts.add("file-bytes/" + file.split() + "/" + file.language(), file.bytes());
        }
        return new StageRecord(RunStage.SHARD, run.plan().step(RunStage.SHARD).fingerprint(), counts.toMap(), Map.of());
    }

    /** A build says again what was taken back, from this run or from the releases whose tombstones it honours. */
    private Map<String, String> tombstones() {
        Tombstones stones = rules.tombstones();
        return stones.isEmpty() ? Map.of() : Map.of(Tombstones.FILE, stones.text());
    }

    private ReleaseFacts facts(Counts decided, Counts read, long takenBack) throws IOException {
        RunRecord record = run.directory().run().orElseThrow();
        return new ReleaseFacts(
                ReleaseFacts.publicSettings(run.settings()),
                record.inputs().stream()
                        .map(input -> new Path(input).getName())
                        .distinct()
                        .sorted()
                        .toList(),
                record.files(),
                filters(),
                thresholds(decided),
                read.toMap(),
                decided.toMap(),
                takenBack);
    }

    /** Kept documents that were taken back since they were decided on. */
    private long takenBack(Counts decided, List<ShardEntry> files) {
        if (run.configuration().shards().copies() == ShardSettings.Copies.MATERIALISED) {
            // Rows are no documents then.
            return 0;
        }
        long published = files.stream()
                .filter(file -> !file.split().equals("removed"))
                .mapToLong(ShardEntry::rows)
                .sum();
        return decided.get("kept") - published;
    }

    private List<String> filters() {
        return rules.plan().rules().stream()
                .map(rule -> "`" + rule.name() + "`: removed when " + RuleText.dropsWhen(rule))
                .toList();
    }

    /** For people who want to filter other texts of a language in the same way. */
    private Map<String, Map<String, Double>> thresholds(Counts decided) {
        Map<String, Map<String, Double>> byLanguage = new TreeMap<>();
        FilterPlan plan = rules.plan();
        LanguageProfiles profiles = rules.profiles();
        for (String language : decided.below("outcome/kept/").keySet()) {
            LanguageTag tag = LanguageTag.parse(language);
            Map<String, Double> own = new TreeMap<>();
            for (BoundRule rule : plan.bind(tag, profiles.find(tag).profile(), RuleScope.ANY_SOURCE)
                    .rules()) {
                if (rule.rule().threshold() instanceof Threshold.Profiled) {
                    own.put(rule.rule().name(), rule.threshold());
                }
            }
            byLanguage.put(language, own);
        }
        return byLanguage;
    }
}
