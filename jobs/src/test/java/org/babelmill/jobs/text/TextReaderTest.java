package org.babelmill.jobs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit.Range;
import org.babelmill.jobs.text.TextItem.Document;
import org.babelmill.jobs.text.TextItem.Unusable;
import org.babelmill.pipeline.decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {

    private static final String LINES = """
            {"id": "a", "text": "ein Satz", "url": "http://a.example/", "date": "2024-05-01", "language": "deu_Latn"}
            {"id": 7, "text": "漢字"}

            not json
            {"id": "b"}
            {"id": "c", "text": "last"}""";

    @TempDir
    private Path folder;

    @Test
    void linesBecomeDocumentsAndBadLinesAreNamed() throws IOException {
        List<TextItem> items = read(write("a.jsonl", LINES.getBytes(StandardCharsets.UTF_8)), 1000);

        assertThat(items).hasSize(5);
        assertThat(items.get(0))
                .isEqualTo(new Document(0, "a", "ein Satz", "http://a.example/", "2024-05-01", "deu_Latn"));
        assertThat(items.get(1)).isEqualTo(new Document(LINES.indexOf("{\"id\": 7"), "7", "漢字", "", "", ""));
        assertThat(reason(items.get(2)).rule()).isEqualTo("json");
        assertThat(reason(items.get(3))).hasToString("read: text none != text that is not blank");
        assertThat(items.get(4)).extracting("text").isEqualTo("last");
    }

    @Test
    void gzipOfSeveralMembersAndZstdReadTheSame() throws IOException {
        byte[] plain = LINES.getBytes(StandardCharsets.UTF_8);
        byte[] members = concat(gzip(Arrays.copyOf(plain, 50)), gzip(Arrays.copyOfRange(plain, 50, plain.length)));

        List<TextItem> expected = documents(read(write("a.jsonl", plain), 1000));

        assertThat(documents(read(write("a.jsonl.gz", members), 1000))).isEqualTo(expected);
        assertThat(documents(read(write("a.jsonl.zst", Zstd.compress(plain)), 1000)))
                .isEqualTo(expected);
    }

    @Test
    void aTruncatedFileGivesItsGoodLinesAndOneDamage() throws IOException {
        byte[] packed =
                gzip("{\"text\": \"one\"}\n{\"text\": \"two\"}\n".repeat(500).getBytes(StandardCharsets.UTF_8));

        List<TextItem> items = read(write("a.jsonl.gz", Arrays.copyOf(packed, packed.length - 12)), 1000);

        assertThat(reason(items.get(items.size() - 1)).rule()).isEqualTo("file-damaged");
        assertThat(items.stream().filter(Unusable.class::isInstance)).hasSize(1);
    }

    @Test
    void aLineAboveTheLimitIsCountedWithItsLength() throws IOException {
        String line = "{\"text\": \"" + "x".repeat(100) + "\"}";

        List<TextItem> items =
                read(write("a.jsonl", (line + "\n{\"text\": \"y\"}").getBytes(StandardCharsets.UTF_8)), 50);

        assertThat(reason(items.get(0))).hasToString("read: record-size 112 > 50");
        assertThat(items.get(1)).extracting("text").isEqualTo("y");
    }

    @Property(tries = 60)
    void everyLineIsReadOnceHoweverTheFileIsCut(@ForAll @IntRange(min = 1, max = 150) int at) throws IOException {
        Path directory = Files.createTempDirectory("lines");
        byte[] plain = LINES.getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(directory.resolve("a.jsonl"), plain);

        List<TextItem> parts = new ArrayList<>(read(range(path, 0, at), 1000));
        parts.addAll(read(range(path, at, plain.length), 1000));

        assertThat(parts).isEqualTo(read(range(path, 0, plain.length), 1000));
    }

    @Test
    void parquetOfSomebodyElseIsRead() throws IOException, SQLException {
        Path path = folder.resolve("theirs.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("copy (select * from (values (1, 'x', 'Text eins', 0.5), (2, 'y', '  ', 0.1))"
                    + " t(number, id, text, score)) to '" + path + "' (format parquet)");
        }

        List<TextItem> items = read(range(path, 0, Files.size(path)), 1000);

        assertThat(items.get(0)).isEqualTo(new Document(0, "x", "Text eins", "", "", ""));
        assertThat(reason(items.get(1)).rule()).isEqualTo("text");
        assertThat(items).hasSize(2);
    }

    @Test
    void parquetWithoutTextIsRefused() throws SQLException {
        Path path = folder.resolve("other.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("copy (select 1 as number) to '" + path + "' (format parquet)");
        }

        assertThatThrownBy(() -> read(range(path, 0, 1), 1000))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no text column; it has [number]");
    }

    private Range write(String name, byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve(name), bytes);
        return range(path, 0, bytes.length);
    }

    private static Range range(Path path, long start, long end) throws IOException {
        String name = path.getFileName().toString();
        InputKind kind = InputKind.ofName(name).orElseThrow();
        return new Range(
                new InputFile(
                        0,
                        name,
                        path.toUri().toString(),
                        kind,
                        Files.size(path),
                        Files.getLastModifiedTime(path).toMillis()),
                start,
                end);
    }

    private static List<TextItem> read(Range range, long maxLength) throws IOException {
        List<TextItem> items = new ArrayList<>();
        try (TextReader reader = TextReader.open(range, maxLength, new Configuration())) {
            for (TextItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        }
        return items;
    }

    private static List<TextItem> documents(List<TextItem> items) {
        return items.stream().filter(Document.class::isInstance).toList();
    }

    private static Reason reason(TextItem item) {
        return ((Unusable) item).entry().reason();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
