package org.babelmill.jobs.takedown;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.io.api.Binary;
import org.babelmill.jobs.shard.ShardTable;
import org.babelmill.jobs.shard.ShardTotals;
import org.babelmill.jobs.table.HashingOutput;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;

/**
 * Takes documents out of one shard file. Bloom filters say which row groups may hold one, the columns {@code id},
 * {@code url} and {@code host} which do; only those are decoded and encoded again, the others are copied byte for byte
 * with their page indexes and Bloom filters. One task, one file; not thread-safe.
 */
final class ShardRewrite {

    private static final TableSchema KEYS = TableReader.project(
            ShardTable.SCHEMA, List.of("id", "url", "host", "minhash_cluster_id", "minhash_cluster_size"));
    private static final Map<String, Integer> POSITIONS = ShardTable.SCHEMA.positions();

    private final Path file;
    private final TakedownList list;
    private final TableWriter.Layout layout;
    private final Configuration hadoop;

    /**
     * A rewrite.
     *
     * @param layout of row groups that are encoded again
     */
    ShardRewrite(Path file, TakedownList list, TableWriter.Layout layout, Configuration hadoop) {
        this.file = file;
        this.list = list;
        this.layout = layout;
        this.hadoop = hadoop;
    }

    /**
     * A document that goes.
     *
     * @param id its id
     * @param url its address
     * @param host its host
     * @param cluster its duplicate cluster
     * @param clusterSize members of the cluster
     */
    record Removed(String id, String url, String host, String cluster, long clusterSize) implements Serializable {}

    /**
     * What became of a file.
     *
     * @param reused bytes of row groups that were copied
     * @param written bytes of the new file
     * @param groups row groups that were encoded again
     * @param totals of the rows that stayed
     * @param sha256 of the new file
     */
    record Result(long reused, long written, int groups, ShardTotals totals, String sha256) {}

    /**
     * Where listed documents are.
     *
     * @param groups positions of the row groups that hold one
     * @param documents the documents
     */
    record Found(TreeSet<Integer> groups, List<Removed> documents) implements Serializable {

        /** Both together. */
        Found and(Found other) {
            TreeSet<Integer> allGroups = new TreeSet<>(groups);
            allGroups.addAll(other.groups);
            List<Removed> allDocuments = new ArrayList<>(documents);
            allDocuments.addAll(other.documents);
            return new Found(allGroups, allDocuments);
        }
    }

    /** Looks for listed documents. */
    Found find() throws IOException {
        Found found = new Found(new TreeSet<>(), new ArrayList<>());
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
            List<BlockMetaData> groups = reader.getRowGroups();
            for (int g = 0; g < groups.size(); g++) {
                if (mayHold(reader, groups.get(g))) {
                    find(g, groups.get(g), found);
                }
            }
        }
        return found;
    }

    private void find(int position, BlockMetaData group, Found found) throws IOException {
        try (TableReader rows = TableReader.open(KEYS, file, range(group), hadoop)) {
            for (Object[] row = rows.next(); row != null; row = rows.next()) {
                if (list.names((String) row[0], (String) row[1], (String) row[2])) {
                    found.groups().add(position);
                    found.documents()
                            .add(new Removed(
                                    (String) row[0], (String) row[1], (String) row[2], (String) row[3], (Long) row[4]));
                }
            }
        }
    }

    private boolean mayHold(ParquetFileReader reader, BlockMetaData group) throws IOException {
        return !list.hosts().isEmpty()
                || mayHold(reader, group, "id", list.ids())
                || mayHold(reader, group, "url", list.urls());
    }

    private static boolean mayHold(ParquetFileReader reader, BlockMetaData group, String column, Set<String> values)
            throws IOException {
        if (values.isEmpty()) {
            return false;
        }
        BloomFilter filter = reader.readBloomFilter(chunk(group, column));
        return filter == null || values.stream().anyMatch(v -> filter.findHash(filter.hash(Binary.fromString(v))));
    }

    private static ColumnChunkMetaData chunk(BlockMetaData group, String column) {
        return group.getColumns().stream()
                .filter(c -> c.getPath().toDotString().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static TableReader.Range range(BlockMetaData group) {
        return new TableReader.Range(group.getStartingPos(), group.getStartingPos() + group.getCompressedSize());
    }

    /**
     * Writes the file without the listed documents.
     *
     * @param affected row groups that hold one
     * @param promoted rows that take the place of removed ones, by the id of the removed
     */
    Result write(Set<Integer> affected, Map<String, Object[]> promoted, Path target) throws IOException {
        HashingOutput output = new HashingOutput(HadoopOutputFile.fromPath(target, hadoop));
        InputFile input = HadoopInputFile.fromPath(file, hadoop);
        long reused = 0;
        try (ParquetFileReader reader = ParquetFileReader.open(input);
                SeekableInputStream bytes = input.newStream()) {
            ParquetFileWriter writer = new ParquetFileWriter(
                    output,
                    reader.getFileMetaData().getSchema(),
                    ParquetFileWriter.Mode.OVERWRITE,
                    layout.rowGroupBytes(),
                    0,
                    null,
                    ParquetProperties.builder().build());
            writer.start();
            List<BlockMetaData> groups = reader.getRowGroups();
            for (int g = 0; g < groups.size(); g++) {
                if (affected.contains(g)) {
                    encode(groups.get(g), promoted, writer);
                } else {
                    copy(reader, bytes, groups.get(g), writer);
                    reused += groups.get(g).getCompressedSize();
                }
            }
            output.rowsAreWritten();
            writer.end(reader.getFileMetaData().getKeyValueMetaData());
        }
        long written = target.getFileSystem(hadoop).getFileStatus(target).getLen();
        return new Result(reused, written, affected.size(), totals(target), output.sha256());
    }

    private void encode(BlockMetaData group, Map<String, Object[]> promoted, ParquetFileWriter writer)
            throws IOException {
        MemoryFile memory = new MemoryFile();
        long rows;
        try (TableReader reader = TableReader.open(ShardTable.SCHEMA, file, range(group), hadoop);
                TableWriter out = TableWriter.create(ShardTable.SCHEMA, memory, layout, hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                Object[] stays = row;
                if (list.names(text(row, "id"), text(row, "url"), text(row, "host"))) {
                    stays = inPlaceOf(row, promoted.get(text(row, "id")));
                }
                if (stays != null) {
                    out.write(stays);
                }
            }
            rows = out.rows();
        }
        if (rows > 0) {
            try (ParquetFileReader encoded = ParquetFileReader.open(memory);
                    SeekableInputStream bytes = memory.newStream()) {
                for (BlockMetaData part : encoded.getRowGroups()) {
                    copy(encoded, bytes, part, writer);
                }
            }
        }
    }

    /** The promoted row is used as often as the one that goes; null where there is none. */
    private static Object[] inPlaceOf(Object[] removed, Object[] promoted) {
        if (promoted == null) {
            return null;
        }
        int repeats = POSITIONS.get("repeats");
        Object[] row = promoted.clone();
        row[repeats] = removed[repeats];
        return row;
    }

    private static String text(Object[] row, String column) {
        return (String) row[POSITIONS.get(column)];
    }

    /** Chunk by chunk, because Parquet's copy of whole row groups leaves out indexes and Bloom filters. */
    private static void copy(
            ParquetFileReader from, SeekableInputStream bytes, BlockMetaData group, ParquetFileWriter writer)
            throws IOException {
        writer.startBlock(group.getRowCount());
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            ColumnDescriptor column = from.getFileMetaData()
                    .getSchema()
                    .getColumnDescription(chunk.getPath().toArray());
            writer.appendColumnChunk(
                    column,
                    bytes,
                    chunk,
                    from.readBloomFilter(chunk),
                    from.readColumnIndex(chunk),
                    from.readOffsetIndex(chunk));
        }
        writer.endBlock();
    }

    private ShardTotals totals(Path target) throws IOException {
        ShardTotals totals = new ShardTotals();
        TableSchema columns = TableReader.project(ShardTable.SCHEMA, ShardTotals.COLUMNS);
        try (TableReader reader = TableReader.open(columns, target, hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                totals.addColumns(row);
            }
        }
        return totals;
    }
}
