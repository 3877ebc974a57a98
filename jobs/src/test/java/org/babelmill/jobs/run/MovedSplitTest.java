package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.table.ClustersTable;
import org.babelmill.jobs.table.RobotsTable;
import org.babelmill.jobs.table.TableReader;
import org.babelmill.jobs.table.TableSchema;
import org.babelmill.jobs.table.TableWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedSplitTest {

    private static final Configuration HADOOP = new Configuration();
    private static final String BEFORE = "part-00000-before.parquet";
    private static final String AFTER = "part-00001-after.parquet";

    @TempDir
    private Path folder;

    private RunDirectory directory;

    @BeforeEach
    void open() throws IOException {
        directory = RunDirectory.at(folder.toString(), HADOOP);
    }

    @Test
    void documentsOfSeveralFilesGetTheKeysOfTheirNewPlaces() throws IOException {
        InputSplit before = split(0, 3, 4);
        InputSplit after = split(1, 4, 6);
        SplitRecord record = record(before);

        SplitRecord moved = new MovedSplit(directory, record).to(after, AFTER);

        assertThat(moved.isOf(after)).isTrue();
        assertThat(moved.isOf(before)).isFalse();
        assertThat(moved.counts()).isEqualTo(record.counts());
        assertThat(keys(moved))
                .containsExactly(
                        InputFile.firstKey(4),
                        InputFile.firstKey(4) + 77,
                        InputFile.firstKey(6),
                        InputFile.firstKey(6) + (1L << 40) - 1);
        assertThat(origins(moved)).containsExactly("https://a.example");
        assertThat(keys(record)).as("what the old record names is still there").contains(InputFile.firstKey(3));
    }

    @Test
    void anotherNumberAloneChangesNamesOnly() throws IOException {
        SplitRecord record = record(split(0, 3, 4));
        InputSplit after = split(1, 3, 4);

        SplitRecord moved = new MovedSplit(directory, record).to(after, AFTER);

        assertThat(moved.isOf(after)).isTrue();
        assertThat(moved.files()).isEqualTo(Map.of("clusters", AFTER, "robots", AFTER));
        assertThat(keys(moved)).isEqualTo(keys(record));
        assertThat(origins(moved)).isEqualTo(origins(record));
    }

    /** A split of two whole files. */
    private static InputSplit split(int index, int first, int second) {
        return new InputSplit(index, List.of(range(first, "a"), range(second, "b")));
    }

    private static InputSplit.Range range(int ordinal, String name) {
        InputFile file = new InputFile(ordinal, name, "file:/" + name, InputKind.ARCHIVE, 100, 7);
        return new InputSplit.Range(file, 0, 100);
    }

    /** What such a split left. */
    private SplitRecord record(InputSplit split) throws IOException {
        long first = InputFile.firstKey(split.ordinals().get(0));
        long second = InputFile.firstKey(split.ordinals().get(1));
        List<Object[]> clusters = new ArrayList<>();
        for (long key : new long[] {first, first + 77, second, second + (1L << 40) - 1}) {
            clusters.add(new Object[] {"id-" + key, key, "c", true, "id", 2L, 1.0, "near", "", "", 1L, 1L});
        }
        write(ClustersTable.SCHEMA, clusters);
        write(
                RobotsTable.SCHEMA,
                List.<Object[]>of(new Object[] {"https://a.example", "a", "2026-10-01T00:00:00Z", "User-agent: *"}));
        return new SplitRecord(
                split.index(),
                split.ordinals(),
                Map.of("clusters", BEFORE, "robots", BEFORE),
                Map.of("documents", 4L),
                Map.of("extract", 5L));
    }

    private void write(TableSchema schema, List<Object[]> rows) throws IOException {
        try (TableWriter out = TableWriter.create(schema, path(schema, BEFORE), HADOOP)) {
            for (Object[] row : rows) {
                out.write(row);
            }
        }
    }

    private List<Object> keys(SplitRecord record) throws IOException {
        return column(ClustersTable.SCHEMA, record, 1);
    }

    private List<Object> origins(SplitRecord record) throws IOException {
        return column(RobotsTable.SCHEMA, record, 0);
    }

    private List<Object> column(TableSchema schema, SplitRecord record, int column) throws IOException {
        List<Object> values = new ArrayList<>();
        try (TableReader in =
                TableReader.open(schema, path(schema, record.files().get(schema.name())), HADOOP)) {
            for (Object[] row = in.next(); row != null; row = in.next()) {
                values.add(row[column]);
            }
        }
        return values;
    }

    private org.apache.hadoop.fs.Path path(TableSchema schema, String file) {
        return new org.apache.hadoop.fs.Path(directory.path(schema.name()), file);
    }
}
