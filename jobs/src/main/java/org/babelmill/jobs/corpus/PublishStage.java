package org.babelmill.jobs.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.DatasetCard;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.StageRecord;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardStage;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.spark.StageProgress.Progress;

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
        Progress unknown = new Progress(0, 0, "writing shards");
        try (StageProgress progress = StageProgress.start("shard", () -> unknown, run.console())) {
            files = new ShardStage(run).execute(decided);
        }
        ReleaseManifest manifest = ReleaseManifest.of(
                version,
                run.configuration().card().name(),
                run.plan().step(RunStage.SHARD).fingerprint(),
                files);
        Path root = run.directory().path("shards");
        Storage storage = run.directory().storage();
        storage.write(new Path(root, "CHECKSUMS.sha256"), manifest.checksums());
        storage.write(
                new Path(root, "README.md"),
                new DatasetCard(run.configuration(), manifest, new Funnel(read, decided)).text());
        storage.write(new Path(root, "manifest.json"), RunDirectory.json(manifest));
        Counts counts = new Counts();
        for (ShardEntry file : files) {
            counts.add("files");
            counts.add("rows/" + file.split() + "/" + file.language(), file.rows());
            counts.add("file-bytes/" + file.split() + "/" + file.language(), file.bytes());
        }
        return new StageRecord(RunStage.SHARD, run.plan().step(RunStage.SHARD).fingerprint(), counts.toMap(), Map.of());
    }
}
