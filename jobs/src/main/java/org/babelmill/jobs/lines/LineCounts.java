package org.babelmill.jobs.lines;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.babelmill.extract.url.PageAddress;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.jobs.text.TextReader;
import org.babelmill.pipeline.config.LineSettings;
import org.babelmill.pipeline.hash.XxHash64;

/**
 * Counts pages and hosts of every line. A page's line leaves its task as 16 bytes, combined with its equals; the driver
 * sees only the lines that go.
 */
final class LineCounts {

    /** Most lines that may go: all tasks hold them, 16 bytes each. */
    private static final int MOST = 20_000_000;

    private static final StructType PAGE_LINE =
            new StructType().add("line", DataTypes.LongType, false).add("host", DataTypes.LongType, false);

    private final RunContext run;

    LineCounts(RunContext run) {
        this.run = run;
    }

    /** Hashes of the lines that more hosts or pages have than the settings allow, in no order. */
    long[] tooCommon() {
        LineSettings settings = run.configuration().lines();
        Dataset<Row> lines = run.session()
                .createDataFrame(pageLines(), PAGE_LINE)
                .groupBy("line", "host")
                .agg(count(lit(1)).as("pages"))
                .groupBy("line")
                .agg(
                        sum("pages").as("pages"),
                        count(when(col("host").notEqual(0), lit(1))).as("hosts"));
        Column common = above("hosts", settings.hosts()).or(above("pages", settings.pages()));
        List<Long> found = lines.where(common)
                .select("line")
                .limit(MOST + 1)
                .as(Encoders.LONG())
                .collectAsList();
        if (found.size() > MOST) {
            throw new UserError("lines.hosts and lines.pages: more than " + MOST
                    + " different lines are on more pages than these; allow more");
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private static Column above(String count, int most) {
        return most == 0 ? lit(false) : col(count).gt(most);
    }

    private JavaRDD<Row> pageLines() {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(run.spark().hadoopConfiguration());
        long maxLength = run.configuration().input().maxRecordSize().bytes();
        return run.spark()
                .parallelize(run.splits(), Math.max(1, run.splits().size()))
                .mapPartitions(splits -> new PageLines(splits, maxLength, hadoop.value()));
    }

    /** The different lines of each page, while splits are read. */
    private static final class PageLines implements Iterator<Row> {

        private final Iterator<InputSplit> splits;
        private final long maxLength;
        private final Configuration hadoop;
        private final LineHashes hashes = new LineHashes();
        private final List<InputSplit.Range> ranges = new ArrayList<>();
        private final List<Row> ready = new ArrayList<>();
        private TextReader reader;

        PageLines(Iterator<InputSplit> splits, long maxLength, Configuration hadoop) {
            this.splits = splits;
            this.maxLength = maxLength;
            this.hadoop = hadoop;
        }

        @Override
        public boolean hasNext() {
            try {
                while (ready.isEmpty() && (reader != null || open())) {
                    TextItem item = reader.next();
                    if (item == null) {
                        reader.close();
                        reader = null;
                    } else if (item instanceof TextItem.Document document) {
                        take(document);
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            return ready.remove(ready.size() - 1);
        }

        private boolean open() throws IOException {
            while (ranges.isEmpty() && splits.hasNext()) {
                ranges.addAll(splits.next().ranges());
            }
            if (ranges.isEmpty()) {
                return false;
            }
            reader = TextReader.open(ranges.remove(0), maxLength, hadoop);
            return true;
        }

        private void take(TextItem.Document document) {
            String name = document.url().isEmpty()
                    ? ""
                    : PageAddress.of(document.url()).host();
            long host = name.isEmpty() ? 0 : XxHash64.hash(name);
            Set<Long> lines = new TreeSet<>();
            document.text().lines().forEach(line -> lines.add(hashes.of(line)));
            lines.remove(LineHashes.NONE);
            lines.forEach(line -> ready.add(RowFactory.create(line, host)));
        }
    }
}
