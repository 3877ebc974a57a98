package org.babelmill.jobs.dedup;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Intermediate results as Parquet files in a folder: what follows reads files, so the loss of an executor costs no more
 * than its running tasks, and lineage does not grow.
 *
 * @param spark the session
 * @param folder where they go
 */
record Checkpoints(SparkSession spark, String folder) {

    /** Writes a dataset and answers what was written. */
    Dataset<Row> save(String name, Dataset<Row> dataset) {
        spark.sparkContext().setJobDescription("dedup: " + name);
        try {
            dataset.write().mode(SaveMode.Overwrite).parquet(path(name));
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
        return spark.read().schema(dataset.schema()).parquet(path(name));
    }

    /** Where a result lies. */
    String path(String name) {
        return folder + "/" + name;
    }

    /** Deletes a result that is no longer read. */
    void delete(String name) {
        delete(new Path(path(name)));
    }

    /** Deletes the folder. */
    void deleteAll() {
        delete(new Path(folder));
    }

    private void delete(Path path) {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        try {
            FileSystem files = path.getFileSystem(hadoop);
            files.delete(path, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
