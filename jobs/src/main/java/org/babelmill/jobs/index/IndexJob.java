package org.babelmill.jobs.index;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.cluster.ClusterStage;
import org.babelmill.jobs.index.SignatureIndex.Change;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunRecord;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.table.SignalsTable;
import org.babelmill.jobs.table.SignaturesTable;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.DedupSettings;
import org.babelmill.pipeline.config.RunConfiguration;

/** Changes an index on storage, and leaves its clusters of a run beside it. One change a process. */
public final class IndexJob {

    private final SparkSession spark;
    private final String path;

    /** A job over the index at a path. */
    public IndexJob(SparkSession spark, String path) {
        this.spark = spark;
        this.path = path;
    }

    /**
     * Adds the documents of a finished run, with the settings of that run.
     *
     * @param run its directory: the output of {@code babelmill run} or {@code babelmill dedup}
     * @param snapshot name in the index
     */
    public Change add(String run, String snapshot) throws IOException {
        RunDirectory directory = RunDirectory.existing(run, spark.sparkContext().hadoopConfiguration());
        RunRecord record = directory.run().orElseThrow(() -> new UserError(run + ": run.json is empty"));
        RunConfiguration configuration = ConfigurationLoader.bind(
                ConfigurationLoader.recorded(record.configuration().toString()));
        DedupSettings settings = configuration.dedup();
        Dataset<Row> documents =
                ClusterStage.documents(spark, directory, source(directory, run), configuration.takedown());
        int partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
        return SignatureIndex.openOrCreate(spark, path, settings, partitions).add(snapshot, documents, record.files());
    }

    private static TableSchema source(RunDirectory directory, String run) throws IOException {
        if (directory.stage(RunStage.SIGNATURES).isPresent()) {
            return SignaturesTable.SCHEMA;
        }
        if (directory.stage(RunStage.DOCUMENTS).isPresent()) {
            return SignalsTable.SCHEMA;
        }
        throw new UserError(run + ": its documents are not finished; give the command of the run again");
    }

    /** Removes a snapshot. */
    public Change remove(String snapshot) throws IOException {
        return SignatureIndex.open(spark, path).remove(snapshot);
    }

    /** Names of documents that the index has not, as {@link SignatureIndex#unknown} tells them. */
    public List<String> unknown(Set<String> ids, Set<String> hosts) throws IOException {
        return SignatureIndex.open(spark, path).unknown(ids, hosts);
    }

    /** Removes documents, as {@link SignatureIndex#forget} does. */
    public Change forget(Set<String> ids, Set<String> hosts) throws IOException {
        return SignatureIndex.open(spark, path).forget(ids, hosts);
    }
}
