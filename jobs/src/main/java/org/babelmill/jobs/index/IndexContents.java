package org.babelmill.jobs.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.run.RunDirectory;

/**
 * What an index says it holds, read without Spark from its manifest and the footers of its documents.
 *
 * @param mode of duplicate detection, as {@code dedup.mode} is written
 * @param snapshots in the order they were added
 */
public record IndexContents(String mode, List<Held> snapshots) {

    public IndexContents {
        snapshots = List.copyOf(snapshots);
    }

    /**
     * A snapshot.
     *
     * @param name as the user called it
     * @param files how many its run read
     * @param documents that it has now: those that were forgotten do not count
     */
    public record Held(String name, int files, long documents) {}

    /**
     * Reads what the index at a path holds.
     *
     * @throws UserError when there is none
     */
    public static IndexContents of(String path, Configuration hadoop) throws IOException {
        RunDirectory directory = RunDirectory.at(path, hadoop);
        IndexManifest manifest = IndexManifest.existing(directory, path);
        List<Held> held = new ArrayList<>();
        for (IndexManifest.Snapshot snapshot : manifest.snapshots()) {
            Path documents = directory.path(snapshot.folder() + "/" + SignatureIndex.DOCUMENTS);
            held.add(new Held(snapshot.name(), snapshot.files(), rows(directory, documents, hadoop)));
        }
        return new IndexContents(manifest.settings().mode().name().toLowerCase(Locale.ROOT), held);
    }

    private static long rows(RunDirectory directory, Path folder, Configuration hadoop) throws IOException {
        long rows = 0;
        for (FileStatus file : directory.storage().files(folder)) {
            if (file.getPath().getName().endsWith(".parquet")) {
                try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
                    rows += footer.getRecordCount();
                }
            }
        }
        return rows;
    }
}
