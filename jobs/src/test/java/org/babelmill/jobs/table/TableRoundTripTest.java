package org.babelmill.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.babelmill.jobs.table.ColumnType.ListOf;
import org.babelmill.jobs.table.ColumnType.Scalar;
import org.babelmill.jobs.table.ColumnType.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRoundTripTest {

    private static final TableSchema SCHEMA = new TableSchema(
            "everything",
            1,
            List.of(
                    Column.of("id", Scalar.STRING, "text"),
                    Column.nullable("note", Scalar.STRING, "text or null"),
                    Column.of("count", Scalar.INT, "int"),
                    Column.of("key", Scalar.LONG, "long"),
                    Column.of("share", Scalar.FLOAT, "float"),
                    Column.of("score", Scalar.DOUBLE, "double"),
                    Column.of("keep", Scalar.BOOLEAN, "boolean"),
                    Column.nullable("blocks", Scalar.BINARY, "bytes"),
                    Column.of("bands", new ListOf(Scalar.LONG), "list of numbers"),
                    Column.of(
                            "reasons",
                            new ListOf(Struct.of(
                                    Column.of("rule", Scalar.STRING, "text"),
                                    Column.nullable("value", Scalar.DOUBLE, "number"))),
                            "list of groups")));

    private static final List<Object[]> ROWS = List.of(
            new Object[] {
                "a",
                "naïve 漢字",
                1,
                Long.MAX_VALUE,
                0.5f,
                Double.NaN,
                true,
                new byte[] {1, 2},
                List.of(1L, -2L),
                List.of(new Object[] {"short", 3.0}, new Object[] {"none", null})
            },
            new Object[] {"", null, -1, 0L, -0f, Double.MIN_VALUE, false, null, List.of(), List.of()});

    @TempDir
    private java.nio.file.Path folder;

    private final Configuration hadoop = new Configuration();

    @Test
    void parquetGivesBackWhatItWasGiven() throws IOException {
        Path path = write("a.parquet");

        List<Object[]> read = new ArrayList<>();
        try (TableReader reader = TableReader.open(SCHEMA, path, hadoop)) {
            for (Object[] row = reader.next(); row != null; row = reader.next()) {
                read.add(row);
            }
        }

        assertThat(shown(read)).isEqualTo(shown(ROWS));
    }

    /** parquet-java lists them in an order that differs from process to process. */
    @Test
    void footersListEncodingsInOneOrder() throws IOException {
        byte[] written =
                Files.readAllBytes(java.nio.file.Path.of(write("c.parquet").toUri()));
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        int start = written.length - 8 - BytesUtils.readIntLittleEndian(written, written.length - 8);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(written, start, written.length - start));
        assertThat(footer.getRow_groups().get(0).getColumns()).allSatisfy(column -> {
            assertThat(column.getMeta_data().getEncodings())
                    .hasSizeGreaterThan(1)
                    .isSorted();
            Collections.reverse(column.getMeta_data().getEncodings());
        });
        other.write(written, 0, start);
        Util.writeFileMetaData(footer, other);
        other.write(written, written.length - 8, 8);

        assertThat(FooterOrder.of(other.toByteArray())).isEqualTo(written).isNotEqualTo(other.toByteArray());
    }

    @Test
    void anEndWithoutFooterStaysAsItIs() throws IOException {
        assertThat(FooterOrder.of(new byte[0])).isEmpty();
        assertThat(FooterOrder.of(new byte[] {'P', 'A', 'R', '1', 'x', 'y', 'z', '1', '2'}))
                .hasSize(9);
    }

    @Test
    void onlyTheWantedColumnsAreRead() throws IOException {
        Path path = write("b.parquet");

        try (TableReader reader = TableReader.open(TableReader.project(SCHEMA, List.of("score", "id")), path, hadoop)) {
            assertThat(reader.next()).containsExactly(Double.NaN, "a");
        }
        assertThatThrownBy(() -> TableReader.project(SCHEMA, List.of("nothing")))
                .hasMessage("table everything has no column nothing");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(folder.resolve(write("c.parquet").getName())))
                .isEqualTo(Files.readAllBytes(folder.resolve(write("d.parquet").getName())));
    }

    @Test
    void theCodecGivesBackWhatItWasGiven() {
        RowCodec codec = new RowCodec(SCHEMA);

        List<Object[]> decoded =
                ROWS.stream().map(codec::encode).map(codec::decode).toList();

        assertThat(shown(decoded)).isEqualTo(shown(ROWS));
    }

    @Test
    void sparkAndParquetNameTheSameColumns() {
        assertThat(Arrays.asList(SCHEMA.spark().fieldNames()))
                .isEqualTo(SCHEMA.parquet().getFields().stream()
                        .map(f -> f.getName())
                        .toList());
    }

    @Test
    void aBuilderRefusesUnknownColumnsAndMissingValues() {
        RowBuilder builder = new RowBuilder(SCHEMA);

        assertThatThrownBy(() -> builder.set("colour", 1)).hasMessage("table everything has no column colour");
        assertThatThrownBy(() -> builder.set("id", "x").build()).hasMessage("table everything: no value for count");
    }

    private static String shown(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TableRoundTripTest::shown).toList().toString();
        }
        if (value instanceof Object[] array) {
            return shown(Arrays.asList(array));
        }
        return value instanceof byte[] bytes
                ? Arrays.toString(bytes)
                : value + ":" + (value == null ? "" : value.getClass());
    }

    private Path write(String name) throws IOException {
        Path path = new Path(folder.resolve(name).toUri());
        try (TableWriter writer = TableWriter.create(SCHEMA, path, hadoop)) {
            for (Object[] row : ROWS) {
                writer.write(row);
            }
        }
        return path;
    }
}
