package org.babelmill.jobs.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.Counts;
import org.babelmill.jobs.run.RunContext;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitFiles;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.run.SplitTask;
import org.babelmill.jobs.spark.ExactPartitions;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import scala.Tuple2;

/**
 * Writes rows that a dataflow left in no order as one file a split, in the order of document keys, so that the next
 * stage can walk them beside the other tables of the split.
 */
final class KeyedRows {

    /** Splits that one task writes at most: enough to keep the number of tasks of a huge run low. */
    private static final int SPLITS_PER_TASK = 64;

    private final RunContext run;
    private final RunStage stage;
    private final TableSchema schema;

    KeyedRows(RunContext run, RunStage stage, TableSchema schema) {
        this.run = run;
        this.stage = stage;
        this.schema = schema;
    }

    /** What to count of a row. */
    interface Counting extends Serializable {
        void count(Object[] row, Counts counts);
    }

    /** Writes all rows, and for splits without rows an empty file. */
    SplitJob.Result write(JavaPairRDD<Long, Object[]> rows, Counting counting) throws IOException {
        List<InputSplit> splits = run.splits();
        int parallelism = Math.max(1, run.spark().defaultParallelism());
        int perTask = Math.max(1, Math.min(SPLITS_PER_TASK, splits.size() / (4 * parallelism)));
        List<List<InputSplit>> groups = new ArrayList<>();
        for (int i = 0; i < splits.size(); i += perTask) {
            groups.add(new ArrayList<>(splits.subList(i, Math.min(splits.size(), i + perTask))));
        }
        long[] starts = groups.stream().mapToLong(g -> firstKey(g.get(0))).toArray();
        SplitFiles files = run.splitFiles(stage);
        TableSchema table = schema;
        SplitJob.Result result = rows.repartitionAndSortWithinPartitions(new ExactPartitions(starts))
                .mapPartitionsWithIndex(
                        (index, partition) -> {
                            SplitJob.Result written = SplitJob.Result.empty();
                            Cursor cursor = new Cursor(partition);
                            List<InputSplit> group = groups.get(index);
                            for (int i = 0; i < group.size(); i++) {
                                long end = i + 1 < group.size() ? firstKey(group.get(i + 1)) : Long.MAX_VALUE;
                                written = written.plus(files.write(
                                        group.get(i), task -> writeOne(cursor, end, table, task, counting)));
                            }
                            return List.of(written).iterator();
                        },
                        true)
                .treeReduce(SplitJob.Result::plus, 2);
        return result;
    }

    private static long firstKey(InputSplit split) {
        InputSplit.Range first = split.ranges().get(0);
        return first.file().key(first.start());
    }

    private static void writeOne(Cursor rows, long end, TableSchema table, SplitTask task, Counting counting)
            throws IOException {
        try (TableWriter out = TableWriter.create(table, task.file(table.name()), task.hadoop())) {
            while (rows.current != null && rows.current._1() < end) {
                out.write(rows.current._2());
                counting.count(rows.current._2(), task.counts());
                rows.advance();
            }
        }
    }

    private static final class Cursor {

        private final Iterator<Tuple2<Long, Object[]>> rows;
        private Tuple2<Long, Object[]> current;

        Cursor(Iterator<Tuple2<Long, Object[]>> rows) {
            this.rows = rows;
            advance();
        }

        void advance() {
            current = rows.hasNext() ? rows.next() : null;
        }
    }
}
