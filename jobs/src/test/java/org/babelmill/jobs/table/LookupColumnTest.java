package org.babelmill.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupColumnTest {

    private static final TableSchema SCHEMA = new TableSchema(
            "things",
            1,
            List.of(
                    Column.lookup("id", "Looked up by."),
                    Column.of("name", ColumnType.Scalar.STRING, "Not looked up by.")));

    @Test
    void files_of_tables_have_bloom_filters_of_what_rows_are_looked_up_by(@TempDir java.nio.file.Path folder)
            throws IOException {
        Configuration hadoop = new Configuration();
        Path file = new Path(folder.resolve("things.parquet").toUri());
        try (TableWriter writer = TableWriter.create(SCHEMA, file, hadoop)) {
            for (int i = 0; i < 2000; i++) {
                writer.write(new Object[] {"id" + i, "name" + i});
            }
        }

        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
            Map<String, ColumnChunkMetaData> columns = reader.getFooter().getBlocks().get(0).getColumns().stream()
                    .collect(Collectors.toMap(c -> c.getPath().toDotString(), c -> c));
            assertThat(reader.readBloomFilter(columns.get("id"))).isNotNull();
            assertThat(reader.readBloomFilter(columns.get("name"))).isNull();
        }
    }

    @Test
    void the_tables_that_people_search_say_what_they_are_looked_up_by() {
        assertThat(List.of(DecisionsTable.SCHEMA, DocumentsTable.SCHEMA, LedgerTable.SCHEMA, ClustersTable.SCHEMA))
                .extracting(schema -> schema.columns().stream()
                        .filter(Column::lookup)
                        .map(Column::name)
                        .toList())
                .containsExactly(
                        List.of("id"), List.of("record_id", "url"), List.of("record_id", "url"), List.of("cluster"));
    }
}
