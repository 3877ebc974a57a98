package org.babelmill.jobs.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.shard.ShardEntry;
import org.babelmill.jobs.spark.FileTree;

/** Checks what files are called, how many a folder has, and that none lies there that the manifest does not list. */
final class FolderCheck {

    /** The Hub takes fewer. */
    static final int MOST_IN_FOLDER = 10_000;

    private static final Pattern NAME =
            Pattern.compile("(data|removed)/[a-z]{3}_[A-Z][a-z]{3}/(train|test|removed)-\\d{5}-of-\\d{5}\\.parquet");

    private final Release release;

    FolderCheck(Release release) {
        this.release = release;
    }

    List<Finding> findings() throws IOException {
        List<String> paths =
                release.manifest().files().stream().map(ShardEntry::path).toList();
        List<Finding> findings = names(paths);
        Set<String> listed = new HashSet<>(paths);
        for (String folder : List.of("data", "removed")) {
            if (release.storage().exists(release.path(folder))) {
                unlisted(release.path(folder), listed, findings);
            }
        }
        return findings;
    }

    /** What is wrong with the names themselves. */
    static List<Finding> names(List<String> paths) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> inFolder = new TreeMap<>();
        for (String path : paths) {
            inFolder.merge(path.substring(0, Math.max(0, path.lastIndexOf('/'))), 1, Integer::sum);
            if (!NAME.matcher(path).matches()) {
                findings.add(new Finding("name", path, "expected data/LANGUAGE/SPLIT-NNNNN-of-NNNNN.parquet"));
            }
        }
        inFolder.forEach((folder, files) -> {
            if (files >= MOST_IN_FOLDER) {
                findings.add(new Finding("name", folder, files + " files, the Hub takes fewer than " + MOST_IN_FOLDER));
            }
        });
        return findings;
    }

    private void unlisted(Path folder, Set<String> listed, List<Finding> findings) throws IOException {
        FileSystem fs = folder.getFileSystem(release.hadoop());
        int prefix = release.root().toUri().getPath().length() + 1;
        for (FileStatus file : new FileTree(fs, folder).files()) {
            String path = file.getPath().toUri().getPath().substring(prefix);
            if (!listed.contains(path)) {
                findings.add(new Finding("unlisted", path, "the manifest does not list it"));
            }
        }
    }
}
