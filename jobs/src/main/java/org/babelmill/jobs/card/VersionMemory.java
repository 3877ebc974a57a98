package org.babelmill.jobs.card;

import java.io.IOException;
import java.util.Optional;
import org.babelmill.jobs.run.RunDirectory;

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

    private record Written(String version, String fingerprint) {}

    /** A takedown made this version; whatever is written next is a later one. */
    public void takenBack(String version) throws IOException {
        write(new Written(version, ""));
    }

    /** A manifest of shards that were written anew, with the version they have. */
    public ReleaseManifest numbered(ReleaseManifest manifest) throws IOException {
        Optional<Written> last = run.read(run.path(FILE), Written.class);
        if (last.isEmpty()) {
            return manifest;
        }
        boolean same = last.get().fingerprint().equals(manifest.fingerprint());
        String version = same
                ? last.get().version()
                : ReleaseManifest.nextMajor(last.get().version());
        write(new Written(version, manifest.fingerprint()));
        return manifest.versioned(version);
    }

    private void write(Written written) throws IOException {
        run.storage().write(run.path(FILE), RunDirectory.json(written));
    }
}
