package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.table.Tables;

/**
 * A finished split that has another place since files came or went before it: its tables are copied with the names and the
 * document keys of its new place, which costs far less than the work. Rows and their order stay, since the files keep their
 * order.
 *
 * @param directory of the run
 * @param record what the split left
 */
record MovedSplit(RunDirectory directory, SplitRecord record) {

    private static final String KEY = "key";

    /**
     * Copies the tables.
     *
     * @param split the same stretches with the ordinals of now
     * @param fileName for the copies
     * @return the record of the copies
     */
    SplitRecord to(InputSplit split, String fileName) throws IOException {
        Map<Integer, Integer> ordinals = new HashMap<>();
        List<Integer> now = split.ordinals();
        for (int i = 0; i < now.size(); i++) {
            ordinals.put(record.ordinals().get(i), now.get(i));
        }
        Map<String, String> files = new TreeMap<>();
        for (Map.Entry<String, String> file : record.files().entrySet()) {
            Path folder = directory.path(file.getKey());
            Path from = new Path(folder, file.getValue());
            Path to = new Path(folder, fileName);
            Optional<TableSchema> keyed = Tables.named(file.getKey()).filter(table -> keyColumn(table) >= 0);
            if (keyed.isPresent() && !now.equals(record.ordinals())) {
                copy(keyed.get(), from, to, ordinals);
            } else {
                FileSystem fs = folder.getFileSystem(directory.hadoop());
                FileUtil.copy(fs, from, fs, to, false, directory.hadoop());
            }
            files.put(file.getKey(), fileName);
        }
        return new SplitRecord(split.index(), now, files, record.counts(), record.costNanos());
    }

    private void copy(TableSchema table, Path from, Path to, Map<Integer, Integer> ordinals) throws IOException {
        int column = keyColumn(table);
        try (TableReader in = TableReader.open(table, from, directory.hadoop());
                TableWriter out = TableWriter.create(table, to, directory.hadoop())) {
            for (Object[] row = in.next(); row != null; row = in.next()) {
                long key = (Long) row[column];
                row[column] = InputFile.moved(key, ordinals.get(InputFile.ordinal(key)));
                out.write(row);
            }
        }
    }

    private static int keyColumn(TableSchema table) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(KEY)) {
                return i;
            }
        }
        return -1;
    }
}
