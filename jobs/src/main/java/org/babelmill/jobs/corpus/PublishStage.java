package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageFiles;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.spark.StageProgress.Progress;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.FilterRule;
import org.babelmill.quality.filter.Threshold;

/** The shards and what goes with them: manifest, checksums, dataset card. The manifest comes last. */
final class PublishStage {

    private final RunContext run;
    private final String version;

    PublishStage(RunContext run, String version) {
        this.run = run;
        this.version = version;
    }

    StageRecord execute(Counts decided, Counts read) throws IOException {
        List<ShardEntry> files;
        Progress unknown = new Progress(0, 0, 0, "writing shards");
        try (StageProgress progress = StageProgress.start("shard", () -> unknown, run.console())) {
            files = new ShardStage(run).execute(decided);
        }
        ReleaseManifest manifest = ReleaseManifest.of(
                version,
                run.configuration().card().name(),
                run.plan().step(RunStage.SHARD).fingerprint(),
                files);
        new ReleaseWriter(run.directory().path("shards"), run.directory().storage())
                .write(manifest, facts(decided, read), tombstones());
        Counts counts = new Counts();
        for (ShardEntry file : files) {
            counts.add("files");
            counts.add("rows/" + file.split() + "/" + file.language(), file.rows());
            counts.add("file-bytes/" + file.split() + "/" + file.language(), file.bytes());
        }
        return new StageRecord(RunStage.SHARD, run.plan().step(RunStage.SHARD).fingerprint(), counts.toMap(), Map.of());
    }

    /** A build after a takedown says again what was taken back. */
    private Map<String, String> tombstones() throws IOException {
        Tombstones stones = Tombstones.of(run.directory());
        return stones.isEmpty() ? Map.of() : Map.of(Tombstones.FILE, stones.text());
    }

    private ReleaseFacts facts(Counts decided, Counts read) throws IOException {
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
                read.toMap(),
                decided.toMap(),
                0);
    }

    private List<String> filters() throws IOException {
        String profile = run.configuration().quality().profile();
        FilterPlan plan = FilterPlan.shippedNames().contains(profile)
                ? FilterPlan.shipped(profile)
                : FilterPlan.read(profile, new StageFiles(run.directory().hadoop()).read(profile));
        List<String> lines = new ArrayList<>();
        for (FilterRule rule : plan.rules()) {
            lines.add("`" + rule.name() + "`: removed when `" + rule.signal().column() + "` "
                    + rule.drop().symbol() + " " + threshold(rule.threshold()));
        }
        return lines;
    }

    private static String threshold(Threshold threshold) {
        if (threshold instanceof Threshold.Profiled profiled) {
            return "the language's `" + profiled.key().name().toLowerCase(Locale.ROOT) + "`"
                    + (profiled.times() == 1 ? "" : " times " + profiled.times());
        }
        return String.valueOf(((Threshold.Fixed) threshold).value());
    }
}
