package org.babelmill.jobs.card;

import java.io.IOException;
import java.util.Optional;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.pipeline.hash.Sha256;

/**
 * The version of a run's shards once something was taken back from them, in {@code release.json} beside the shards'
 * folder: shards that are written anew are not the first version again.
 */
public final class VersionMemory {

    private static final String FILE = "release.json";

    private final RunDirectory run;

    /** What a run remembers. */
    public VersionMemory(RunDirectory run) {
        this.run = run;
    }

    /** A version, and what its shards were made of; empty after a takedown. */
    private record Written(String version, String made) {}

    /** A takedown made this version; whatever is written next is a later one. */
    public void takenBack(String version) throws IOException {
        write(new Written(version, ""));
    }

    /**
     * A manifest of shards that were written anew, with the version they have.
     *
     * @param tombstones the text of what they leave out
     */
    public ReleaseManifest numbered(ReleaseManifest manifest, String tombstones) throws IOException {
        String made = manifest.fingerprint() + " " + Sha256.hex(tombstones);
        Optional<Written> last = run.read(run.path(FILE), Written.class);
        if (last.isEmpty()) {
            return manifest;
        }
        boolean same = last.get().made().equals(made);
        String version = same
                ? last.get().version()
                : ReleaseManifest.nextMajor(last.get().version());
        write(new Written(version, made));
        return manifest.versioned(version);
    }

    private void write(Written written) throws IOException {
        run.storage().write(run.path(FILE), RunDirectory.json(written));
    }
}
