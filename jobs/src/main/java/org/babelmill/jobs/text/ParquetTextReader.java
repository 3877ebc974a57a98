package org.babelmill.jobs.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputReads;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** Documents from a Parquet file of anybody's: only the columns that mean something here are read. */
final class ParquetTextReader implements TextReader {

    private static final List<String> COLUMNS = List.of("id", "text", "url", "date", "language");

    private final InputFile file;
    private final ParquetReader<Group> reader;
    private final long rows;
    private long row;

    private ParquetTextReader(InputFile file, ParquetReader<Group> reader, long rows) {
        this.file = file;
        this.reader = reader;
        this.rows = rows;
    }

    static ParquetTextReader open(Range range, InputReads reads) throws IOException {
        reads.check(range.file());
        Configuration hadoop = reads.hadoop();
        HadoopInputFile input = HadoopInputFile.fromPath(new Path(range.file().uri()), hadoop);
        MessageType schema;
        long rows;
        try (ParquetFileReader footer = ParquetFileReader.open(input)) {
            schema = footer.getFileMetaData().getSchema();
            rows = footer.getRecordCount();
        }
        List<Type> wanted = new ArrayList<>();
        for (String column : COLUMNS) {
            if (schema.containsField(column) && schema.getType(column).isPrimitive()) {
                wanted.add(schema.getType(column));
            }
        }
        if (wanted.stream().noneMatch(t -> t.getName().equals("text"))) {
            throw new UserError("--input " + range.file().uri() + ": has no text column; it has "
                    + schema.getFields().stream().map(Type::getName).toList());
        }
        Configuration configuration = new Configuration(hadoop);
        configuration.set(ReadSupport.PARQUET_READ_SCHEMA, new MessageType(schema.getName(), wanted).toString());
        ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), new Path(range.file().uri()))
                .withConf(configuration)
                .build();
        return new ParquetTextReader(range.file(), reader, rows);
    }

    @Override
    public TextItem next() throws IOException {
        Group group = reader.read();
        if (group == null) {
            return null;
        }
        long at = row++;
        String text = value(group, "text");
        if (text.isBlank()) {
            return new TextItem.Unusable(new LedgerEntry(
                    new ArchiveLocation(file.name(), at, 0),
                    "",
                    value(group, "url"),
                    LedgerEntry.Kind.RECORD,
                    EarlierRule.READ_TEXT.reason("none", Comparison.NOT_EQUALS, "text that is not blank")));
        }
        return new TextItem.Document(
                at, value(group, "id"), text, value(group, "url"), value(group, "date"), value(group, "language"));
    }

    private static String value(Group group, String column) {
        if (!group.getType().containsField(column) || group.getFieldRepetitionCount(column) == 0) {
            return "";
        }
        return group.getValueToString(group.getType().getFieldIndex(column), 0);
    }

    @Override
    public long bytesRead() {
        return rows == 0 ? file.length() : file.length() * row / rows;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
