package org.babelmill.jobs.takedown;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseFacts;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.jobs.card.ReleaseWriter;
import org.babelmill.jobs.card.VersionMemory;
import org.babelmill.jobs.run.InnerPath;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.tombstone.Tombstones;

/**
 * Puts new shard files in the places of old ones. What is to be done is written down first, so that an exchange that was
 * stopped is finished by the next takedown: steps that were done are done again without harm.
 */
public final class TakedownExchange {

    private static final String PENDING = "takedown.pending.json";

    private final Path root;
    private final Configuration hadoop;

    /** An exchange in a folder of shards. */
    public TakedownExchange(Path root, Configuration hadoop) {
        this.root = root;
        this.hadoop = hadoop;
    }

    /**
     * What is to be done.
     *
     * @param manifest of the release afterwards
     * @param facts afterwards
     * @param tombstones afterwards
     * @param changed paths of files whose new form lies beside them
     */
    record Pending(ReleaseManifest manifest, ReleaseFacts facts, String tombstones, List<String> changed) {

        Pending {
            changed.forEach(InnerPath::checked);
        }
    }

    /** Where the new form of a file lies until it takes its place. */
    static Path beside(Path file) {
        return new Path(file.getParent(), "." + file.getName() + ".takedown");
    }

    /** Finishes an exchange that was stopped, if there is one; says whether there was. */
    public boolean finish() throws IOException {
        Optional<String> text = storage().read(new Path(root, PENDING));
        if (text.isEmpty()) {
            return false;
        }
        exchange(new JsonMapper().readValue(text.get(), Pending.class));
        return true;
    }

    ReleaseManifest begin(Pending pending) throws IOException {
        storage().write(new Path(root, PENDING), RunDirectory.json(pending));
        return exchange(pending);
    }

    private ReleaseManifest exchange(Pending pending) throws IOException {
        Storage storage = storage();
        storage.delete(new Path(root, Release.MANIFEST));
        Set<String> left = new HashSet<>();
        pending.manifest().files().stream().map(ShardEntry::path).forEach(left::add);
        for (String path : pending.changed()) {
            Path file = new Path(root, path);
            if (!left.contains(path)) {
                storage.delete(beside(file));
                storage.delete(file);
            } else if (storage.exists(beside(file))) {
                storage.replace(beside(file), file);
            }
        }
        Path run = root.getParent();
        if (root.getName().equals("shards") && storage.exists(new Path(run, "run.json"))) {
            storage.write(new Path(run, Tombstones.FILE), pending.tombstones());
            if (!pending.changed().isEmpty()) {
                new VersionMemory(RunDirectory.at(run.toString(), hadoop))
                        .takenBack(pending.manifest().version());
            }
        }
        ReleaseManifest written = new ReleaseWriter(root, storage)
                .write(pending.manifest(), pending.facts(), Map.of(Tombstones.FILE, pending.tombstones()));
        storage.delete(new Path(root, PENDING));
        return written;
    }

    private Storage storage() throws IOException {
        return Storage.of(root, hadoop);
    }
}
