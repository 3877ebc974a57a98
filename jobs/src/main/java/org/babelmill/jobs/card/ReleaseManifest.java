package org.babelmill.jobs.card;

import java.util.List;
import java.util.stream.Collectors;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardTable;

/**
 * Every file of a release. Names no host, no time and no credential: the same run gives the same manifest.
 *
 * @param format version of this manifest's form
 * @param babelmill version of the program
 * @param name of the dataset
 * @param schema name and version of the schema of all files
 * @param fingerprint of the settings and input that made it
 * @param files in the order of their paths
 */
public record ReleaseManifest(
        int format, String babelmill, String name, String schema, String fingerprint, List<ShardEntry> files) {

    private static final int FORMAT = 1;

    public ReleaseManifest {
        files = List.copyOf(files);
    }

    /** The manifest of finished files. */
    public static ReleaseManifest of(String babelmill, String name, String fingerprint, List<ShardEntry> files) {
        return new ReleaseManifest(FORMAT, babelmill, name, ShardTable.SCHEMA.versionedName(), fingerprint, files);
    }

    /** Lines that {@code sha256sum -c} reads. */
    public String checksums() {
        return files.stream().map(f -> f.sha256() + "  " + f.path() + "\n").collect(Collectors.joining());
    }
}
