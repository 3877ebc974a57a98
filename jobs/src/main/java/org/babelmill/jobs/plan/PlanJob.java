package org.babelmill.jobs.plan;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.PlanFile;
import org.babelmill.jobs.input.PlannedFile.Span;
import org.babelmill.jobs.spark.FileTree;

/**
 * Finds out from Common Crawl's columnar index which stretches of which archives hold the wanted pages. Reads seven of
 * the index's columns once; what comes back to the driver is one file's stretches at a time.
 */
public final class PlanJob {

    private static final List<String> COLUMNS = List.of(
            "url_host_name",
            "fetch_status",
            "content_mime_detected",
            "content_languages",
            "warc_filename",
            "warc_record_offset",
            "warc_record_length");
    private static final int OK = 200;

    private final PlanRequest request;

    /** @param request what is wanted */
    public PlanJob(PlanRequest request) {
        this.request = request;
    }

    /**
     * Makes the plan.
     *
     * @param target where to write it; nowhere when empty. Not written when there is nothing to read
     * @throws UserError when the index cannot be read or lacks a column
     */
    public PlanTotals run(SparkSession session, Optional<Path> target) throws IOException {
        Iterator<ReadingPlan> plans = plans(index(session));
        if (target.isEmpty()) {
            return write(plans, new BufferedWriter(Writer.nullWriter()));
        }
        Path unfinished = target.get().suffix(".part");
        FileSystem fs = unfinished.getFileSystem(session.sparkContext().hadoopConfiguration());
        PlanTotals totals;
        try (OutputStream raw = fs.create(unfinished, true);
                OutputStream out = target.get().getName().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            totals = write(plans, writer);
        }
        if (totals.files() == 0) {
            fs.delete(unfinished, false);
            return totals;
        }
        if (!fs.rename(unfinished, target.get())) {
            throw new IOException("cannot rename " + unfinished + " to " + target.get());
        }
        return totals;
    }

    private PlanTotals write(Iterator<ReadingPlan> plans, BufferedWriter writer) throws IOException {
        writer.write(PlanFile.header(origin()));
        writer.write('\n');
        PlanTotals totals = PlanTotals.NONE;
        while (plans.hasNext()) {
            ReadingPlan plan = plans.next();
            totals = totals.plus(plan);
            writer.write(PlanFile.line(plan.file()));
            writer.write('\n');
        }
        return totals;
    }

    private Map<String, Object> origin() {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("index", request.index());
        origin.put(
                "languages", request.languages().stream().map(Object::toString).toList());
        origin.put("hosts", request.hosts());
        origin.put("media_types", request.mediaTypes());
        origin.put("gap", request.reading().gap());
        origin.put("whole_share", request.reading().wholeShare());
        return origin;
    }

    private Dataset<Row> index(SparkSession session) {
        checkFiles(session);
        Dataset<Row> index;
        try {
            index = session.read().parquet(request.index());
        } catch (Exception e) {
            if (e instanceof AnalysisException || e instanceof IllegalArgumentException) {
                throw new UserError("--index " + request.index() + ": cannot be read as Parquet: " + e.getMessage(), e);
            }
            throw e;
        }
        Set<String> missing = new TreeSet<>(COLUMNS);
        missing.removeAll(List.of(index.columns()));
        if (!missing.isEmpty()) {
            throw new UserError("--index " + request.index() + ": lacks the columns " + String.join(", ", missing)
                    + " of Common Crawl's columnar index");
        }
        boolean hasSubsets = List.of(index.columns()).contains("subset");
        return hasSubsets ? index.filter(col("subset").equalTo("warc")) : index;
    }

    /** Spark takes any file of the folder for Parquet, and says of others no more than that a footer is wrong. */
    private void checkFiles(SparkSession session) {
        Path index = new Path(request.index());
        try {
            FileSystem fs = index.getFileSystem(session.sparkContext().hadoopConfiguration());
            FileStatus[] matches = fs.globStatus(index);
            for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
                List<FileStatus> files =
                        match.isDirectory() ? new FileTree(fs, match.getPath()).files() : List.of(match);
                for (FileStatus file : files) {
                    checkName(file.getPath(), match.getPath());
                }
            }
        } catch (IOException e) {
            throw new UserError("--index " + request.index() + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private void checkName(Path file, Path folder) {
        boolean hidden = false;
        for (Path at = file; !at.equals(folder.getParent()) && !hidden; at = at.getParent()) {
            hidden = at.getName().startsWith("_") || at.getName().startsWith(".");
        }
        if (!hidden && !file.getName().endsWith(".parquet")) {
            throw new UserError("--index " + request.index() + ": " + file.getName()
                    + " is not Parquet; name the folder of the columnar index, in which are *.parquet files alone");
        }
    }

    private Iterator<ReadingPlan> plans(Dataset<Row> index) {
        Column end = col("warc_record_offset").cast("long").plus(col("warc_record_length"));
        Column record = struct(col("warc_record_offset").cast("long").as("start"), end.as("end"));
        PlanRequest.Reading reading = request.reading();
        Dataset<Row> files = index.withColumn("wanted", wanted())
                .groupBy("warc_filename")
                .agg(
                        max(end).as("length"),
                        collect_list(when(col("wanted"), record)).as("records"))
                .filter("size(records) > 0")
                .orderBy("warc_filename");
        return files.toJavaRDD().map(row -> plan(row, reading)).toLocalIterator();
    }

    private static ReadingPlan plan(Row row, PlanRequest.Reading reading) {
        List<Span> records = new ArrayList<>();
        long bytes = 0;
        for (Row record : row.<Row>getList(2)) {
            Span span = new Span(record.getLong(0), record.getLong(1));
            records.add(span);
            bytes += span.end() - span.start();
        }
        long length = row.getLong(1);
        return new ReadingPlan(
                new RangeMerger(reading).merge(row.getString(0), records, length), records.size(), bytes, length);
    }

    private Column wanted() {
        Column wanted = col("fetch_status")
                .equalTo(OK)
                .and(col("content_mime_detected").isin(request.mediaTypes().toArray()));
        if (!request.languages().isEmpty()) {
            Column codes = array(request.codes().stream().map(code -> lit(code)).toArray(Column[]::new));
            wanted = wanted.and(arrays_overlap(split(col("content_languages"), ","), codes));
        }
        if (!request.hosts().isEmpty()) {
            Column host = lit(false);
            for (String name : request.hosts()) {
                host = host.or(col("url_host_name").equalTo(name))
                        .or(col("url_host_name").endsWith("." + name));
            }
            wanted = wanted.and(host);
        }
        return wanted;
    }
}
