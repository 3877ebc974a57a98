package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.babelmill.jobs.table.Tables;

/**
 * A finished split whose files have other ordinals since other files came or went before them: its tables are copied with
 * new document keys, which costs far less than the work. Rows and their order stay, since the files keep their order.
 *
 * @param directory of the run
 * @param record what the split left
 */
record MovedSplit(RunDirectory directory, SplitRecord record) {

    private static final String KEY = "key";

    /**
     * Copies the tables that have keys.
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
            Optional<TableSchema> keyed = Tables.named(file.getKey()).filter(table -> keyColumn(table) >= 0);
            if (keyed.isPresent()) {
                Path folder = directory.path(file.getKey());
                copy(keyed.get(), new Path(folder, file.getValue()), new Path(folder, fileName), ordinals);
            }
            files.put(file.getKey(), keyed.isPresent() ? fileName : file.getValue());
        }
        return new SplitRecord(now, files, record.counts(), record.costNanos());
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
