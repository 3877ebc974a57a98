package org.babelmill.jobs.card;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.babelmill.jobs.run.InnerPath;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.shard.ShardTable;

/**
 * Every file of a release. Names no host, no time and no credential: the same run gives the same manifest.
 *
 * @param format version of this manifest's form
 * @param babelmill version of the program
 * @param name of the dataset
 * @param version of the dataset, as Croissant means it: the first number rises when documents change or go
 * @param schema name and version of the schema of all files
 * @param fingerprint of the settings and input that made it
 * @param files shards, in the order of their paths
 * @param documents everything else, in the order of their paths, but this manifest and the checksums
 */
public record ReleaseManifest(
        int format,
        String babelmill,
        String name,
        String version,
        String schema,
        String fingerprint,
        List<ShardEntry> files,
        List<Document> documents) {

    private static final int FORMAT = 3;

    /** The version of a release that nothing was taken from yet. */
    public static final String FIRST_VERSION = "1.0.0";

    public ReleaseManifest {
        files = List.copyOf(files);
        documents = List.copyOf(documents);
    }

    /**
     * A file that is no shard.
     *
     * @param path below the shards' folder, and never out of it
     * @param bytes its size
     * @param sha256 64 hexadecimal digits
     */
    public record Document(String path, long bytes, String sha256) {

        public Document {
            InnerPath.checked(path);
        }
    }

    /** The manifest of finished shards, before the documents beside them are written. */
    public static ReleaseManifest of(String babelmill, String name, String fingerprint, List<ShardEntry> files) {
        return new ReleaseManifest(
                FORMAT,
                babelmill,
                name,
                FIRST_VERSION,
                ShardTable.SCHEMA.versionedName(),
                fingerprint,
                files,
                List.of());
    }

    /** The same with another version. */
    public ReleaseManifest versioned(String number) {
        return new ReleaseManifest(format, babelmill, name, number, schema, fingerprint, files, documents);
    }

    /** The same release with other files, one major version later. */
    public ReleaseManifest next(List<ShardEntry> changed) {
        return new ReleaseManifest(
                format, babelmill, name, nextMajor(version), schema, fingerprint, changed, List.of());
    }

    /** The version after one, when documents change or go. */
    static String nextMajor(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) + 1 + ".0.0";
    }

    /** The same with the documents beside the shards. */
    public ReleaseManifest with(List<Document> written) {
        return new ReleaseManifest(format, babelmill, name, version, schema, fingerprint, files, written);
    }

    /** Lines that {@code sha256sum -c} reads. */
    public String checksums() {
        return Stream.concat(
                        files.stream().map(f -> f.sha256() + "  " + f.path() + "\n"),
                        documents.stream().map(d -> d.sha256() + "  " + d.path() + "\n"))
                .collect(Collectors.joining());
    }
}
