package org.babelmill.jobs.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.babelmill.jobs.dedup.BandCursor;
import org.babelmill.jobs.table.TableReader;

/** The records of one partition of many snapshots, as if they had been sorted together. */
final class MergedBands implements BandCursor, Closeable {

    private final List<TableReader> readers = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparingLong(Head::bucket).thenComparingLong(Head::node).thenComparingInt(Head::place));
    private Head current;

    private record Head(long bucket, long node, byte[] sketch, int place) {}

    /** A merge over files that are at their beginning. */
    static MergedBands open(BandFiles files, List<String> snapshotFolders, int partition) throws IOException {
        MergedBands merged = new MergedBands();
        try {
            for (String folder : snapshotFolders) {
                merged.readers.add(files.reader(folder, partition));
                merged.advance(merged.readers.size() - 1);
            }
            return merged;
        } catch (IOException | RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    @Override
    public boolean next() throws IOException {
        current = heads.poll();
        if (current != null) {
            advance(current.place());
        }
        return current != null;
    }

    private void advance(int place) throws IOException {
        Object[] row = readers.get(place).next();
        if (row != null) {
            heads.add(new Head((Long) row[0], (Long) row[1], (byte[]) row[2], place));
        }
    }

    @Override
    public long bucket() {
        return current.bucket();
    }

    @Override
    public long node() {
        return current.node();
    }

    @Override
    public byte[] sketch() {
        return current.sketch();
    }

    @Override
    public void close() throws IOException {
        for (TableReader reader : readers) {
            reader.close();
        }
    }
}
