package org.babelmill.jobs.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.ShownPath;
import org.babelmill.jobs.run.Storage;

/** A folder of finished shards with their manifest: a run's {@code shards/}, or a published copy of it. */
public final class Release {

    /** The manifest's name. It is written last, so a folder without it is not finished. */
    public static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;
    private final Configuration hadoop;
    private final ReleaseManifest manifest;

    private Release(Path root, Configuration hadoop, ReleaseManifest manifest) {
        this.root = root;
        this.hadoop = hadoop;
        this.manifest = manifest;
    }

    /**
     * Opens a release.
     *
     * @param folder the shards' folder, or the run directory it lies in
     */
    public static Release open(String folder, Configuration hadoop) throws IOException {
        Path given = new Path(folder);
        Path root = given.getFileSystem(hadoop).makeQualified(given);
        Storage storage = Storage.of(root, hadoop);
        if (!storage.exists(new Path(root, MANIFEST)) || storage.exists(new Path(root, "run.json"))) {
            Path inside = new Path(root, "shards");
            if (!storage.exists(new Path(inside, MANIFEST))) {
                throw new UserError(folder + ": holds no finished shards (no " + MANIFEST + "); expected the shards/ of"
                        + " a run, or a published copy");
            }
            root = inside;
        }
        return new Release(root, hadoop, manifest(new Path(root, MANIFEST), storage));
    }

    private static ReleaseManifest manifest(Path file, Storage storage) throws IOException {
        try {
            return JSON.readValue(storage.read(file).orElseThrow(), ReleaseManifest.class);
        } catch (JsonProcessingException e) {
            throw new UserError(file + ": not a manifest of this program: " + e.getOriginalMessage(), e);
        }
    }

    /** The folder. */
    public Path root() {
        return root;
    }

    /** A file in it. */
    public Path path(String name) {
        return new Path(root, name);
    }

    /** Its storage. */
    public Storage storage() throws IOException {
        return Storage.of(root, hadoop);
    }

    /** The storage settings it was opened with. */
    public Configuration hadoop() {
        return hadoop;
    }

    /** Its manifest. */
    public ReleaseManifest manifest() {
        return manifest;
    }

    /**
     * Refuses shards of a run whose decisions were made again since.
     *
     * @throws UserError when the run is at hand and its shards are to be made anew
     */
    public void checkCurrent() throws IOException {
        Optional<RunDirectory> run = run();
        if (run.isPresent() && run.get().stage(RunStage.SHARD).isEmpty()) {
            throw new UserError(
                    ShownPath.of(root) + ": is older than the run's decisions; do it again: babelmill shard "
                            + run.get().shown());
        }
    }

    /** The run it lies in, where it is still there. */
    public Optional<RunDirectory> run() throws IOException {
        Path parent = root.getParent();
        return parent != null && root.getName().equals("shards") && storage().exists(new Path(parent, "run.json"))
                ? Optional.of(RunDirectory.at(parent.toString(), hadoop))
                : Optional.empty();
    }
}
