package org.babelmill.jobs.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.card.ReleaseManifest;
import org.babelmill.pipeline.hash.Sha256;

/**
 * A file to publish.
 *
 * @param path below the root
 * @param bytes its size
 * @param sha256 64 hexadecimal digits
 */
public record ReleaseFile(String path, long bytes, String sha256) {

    /** All files of a release in the order in which they appear: shards, documents, card, checksums; not the manifest. */
    public static List<ReleaseFile> of(Release release) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        release.manifest().files().forEach(f -> files.add(new ReleaseFile(f.path(), f.bytes(), f.sha256())));
        for (ReleaseManifest.Document document : release.manifest().documents()) {
            files.add(new ReleaseFile(document.path(), document.bytes(), document.sha256()));
        }
        files.add(small(release, "CHECKSUMS.sha256"));
        return files;
    }

    /** The manifest of a release, which comes last. */
    public static ReleaseFile manifest(Release release) throws IOException {
        return small(release, Release.MANIFEST);
    }

    private static ReleaseFile small(Release release, String path) throws IOException {
        byte[] bytes = release.storage()
                .read(release.path(path))
                .orElseThrow(() -> new IOException(release.root() + " lacks " + path))
                .getBytes(StandardCharsets.UTF_8);
        return new ReleaseFile(path, bytes.length, HexFormat.of().formatHex(Sha256.digest(bytes)));
    }
}
