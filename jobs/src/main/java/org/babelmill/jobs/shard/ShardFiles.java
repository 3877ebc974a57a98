package org.babelmill.jobs.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.run.Storage;
import org.babelmill.jobs.shard.ShardPlan.Shard;
import org.babelmill.jobs.table.RowCodec;
import org.babelmill.jobs.table.TableWriter;
import scala.Tuple2;

/**
 * Writes the files of one task. A file gets its name when it is complete; written again by another attempt it gets the
 * same bytes. Not thread-safe.
 */
final class ShardFiles {

    private final List<Shard> shards;
    private final Path root;
    private final Function<Shard, TableWriter.Layout> layout;
    private final Configuration hadoop;
    private final String attempt;
    private final RowCodec codec = new RowCodec(ShardTable.SCHEMA);
    private final List<ShardEntry> entries = new ArrayList<>();

    /**
     * Files.
     *
     * @param layout how each file is laid out
     * @param attempt a name no other attempt has, for files that are not complete
     */
    ShardFiles(
            List<Shard> shards,
            Path root,
            Function<Shard, TableWriter.Layout> layout,
            Configuration hadoop,
            String attempt) {
        this.shards = shards;
        this.root = root;
        this.layout = layout;
        this.hadoop = hadoop;
        this.attempt = attempt;
    }

    /** Writes rows that come sorted by slot, and tells what was written. */
    List<ShardEntry> write(Iterator<Tuple2<ShardSlot, byte[]>> rows) throws IOException {
        Tuple2<ShardSlot, byte[]> row = rows.hasNext() ? rows.next() : null;
        while (row != null) {
            row = file(row, rows);
        }
        return entries;
    }

    /** Writes one file; returns the first row of the next. */
    private Tuple2<ShardSlot, byte[]> file(Tuple2<ShardSlot, byte[]> first, Iterator<Tuple2<ShardSlot, byte[]>> rows)
            throws IOException {
        Shard shard = shards.get(first._1().shard());
        Path path = new Path(root, shard.path());
        Storage storage = Storage.of(path, hadoop);
        Path written = storage.isAtomic() ? path : new Path(path.getParent(), "." + path.getName() + "." + attempt);
        storage.mkdirs(path.getParent());
        ShardTotals totals = new ShardTotals();
        Tuple2<ShardSlot, byte[]> row = first;
        TableWriter out = TableWriter.create(ShardTable.SCHEMA, written, layout.apply(shard), hadoop);
        try (out) {
            while (row != null && row._1().shard() == first._1().shard()) {
                Object[] values = codec.decode(row._2());
                totals.add(values);
                out.write(values);
                row = rows.hasNext() ? rows.next() : null;
            }
        }
        if (!written.equals(path)) {
            storage.replace(written, path);
        }
        FileSystem fs = path.getFileSystem(hadoop);
        entries.add(totals.entry(
                new ShardTotals.Name(
                        shard.path(), shard.part().split(), shard.part().language()),
                fs.getFileStatus(path).getLen(),
                out.sha256()));
        return row;
    }
}
