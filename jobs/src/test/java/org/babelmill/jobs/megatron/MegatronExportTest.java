package org.babelmill.jobs.megatron;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;
import org.babelmill.jobs.release.ReleaseFixture;
import org.babelmill.jobs.tokens.Tokenizer;
import org.babelmill.jobs.tokens.TokenizerFile;
import org.babelmill.jobs.tokens.Tokenizers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MegatronExportTest {

    private static final List<String> TEXTS = List.of("Grüße", "", "漢字 und \u0000 Null", "a\nb", "x".repeat(5000));

    @TempDir
    private Path folder;

    private List<MegatronExport.Written> export(Path tokenizer, String end, boolean repeat) throws IOException {
        int[] next = {0};
        Release release = new ReleaseFixture(folder.resolve("shards"), 2)
                .changing(row -> row.set("text", TEXTS.get(next[0]++ % TEXTS.size())))
                .file("deu_Latn", "train", 5)
                .file("deu_Latn", "test", 5)
                .file("swh_Latn", "train", 5)
                .finish();
        org.apache.hadoop.fs.Path target =
                new org.apache.hadoop.fs.Path(folder.resolve("tokens").toUri());
        return new MegatronExport(new TokenizerFile(tokenizer.toString()), end, repeat)
                .write(release, target, Optional.of("local[2]"));
    }

    /** Documents of a data set, read as Megatron's documentation lays the index out. */
    private List<int[]> read(String language) throws IOException {
        Path prefix = folder.resolve("tokens");
        ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(prefix.resolve(language + "_text_document.idx")))
                .order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer tokens = ByteBuffer.wrap(Files.readAllBytes(prefix.resolve(language + "_text_document.bin")))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[9];
        index.get(magic);
        assertThat(magic).isEqualTo("MMIDIDX\0\0".getBytes(US_ASCII));
        assertThat(index.getLong()).isEqualTo(1);
        byte type = index.get();
        assertThat(type).isIn((byte) 4, (byte) 8);
        int sequences = (int) index.getLong();
        assertThat(index.getLong()).isEqualTo(sequences + 1);
        int[] lengths = new int[sequences];
        for (int i = 0; i < sequences; i++) {
            lengths[i] = index.getInt();
        }
        List<int[]> documents = new ArrayList<>();
        for (int i = 0; i < sequences; i++) {
            assertThat(index.getLong()).isEqualTo(tokens.position());
            int[] document = new int[lengths[i]];
            for (int t = 0; t < lengths[i]; t++) {
                document[t] = type == 4 ? tokens.getInt() : tokens.getShort() & 0xffff;
            }
            documents.add(document);
        }
        for (int i = 0; i <= sequences; i++) {
            assertThat(index.getLong()).isEqualTo(i);
        }
        assertThat(index.hasRemaining()).isFalse();
        assertThat(tokens.hasRemaining()).isFalse();
        return documents;
    }

    private static int[] expected(String text, boolean end) {
        byte[] bytes = text.getBytes(UTF_8);
        int[] ids = new int[bytes.length + (end ? 1 : 0)];
        for (int i = 0; i < bytes.length; i++) {
            ids[i] = (bytes[i] & 0xff) + 1;
        }
        return ids;
    }

    @Test
    void everyTrainingDocumentIsThereWholeInOrder() throws IOException {
        List<MegatronExport.Written> written = export(Tokenizers.bytes(folder.resolve("t.json")), "", false);

        for (String language : List.of("deu_Latn", "swh_Latn")) {
            List<int[]> documents = read(language);
            assertThat(documents).hasSize(5);
            for (int i = 0; i < 5; i++) {
                assertThat(documents.get(i)).isEqualTo(expected(TEXTS.get(i), false));
            }
        }
        long tokens = TEXTS.stream().mapToLong(t -> t.getBytes(UTF_8).length).sum();
        assertThat(written)
                .containsExactly(
                        new MegatronExport.Written("deu_Latn", 5, tokens),
                        new MegatronExport.Written("swh_Latn", 5, tokens));
        assertThat(ReleaseFixture.files(folder.resolve("tokens")))
                .containsExactly(
                        "deu_Latn_text_document.bin",
                        "deu_Latn_text_document.idx",
                        "swh_Latn_text_document.bin",
                        "swh_Latn_text_document.idx");
    }

    @Test
    void copiesEndTokensAndLargeVocabularies() throws IOException {
        export(Tokenizers.large(folder.resolve("t.json")), "<end>", true);

        List<int[]> documents = read("deu_Latn");
        // The fixture's documents have 1, 2 and 3 copies by turns.
        assertThat(documents).hasSize(1 + 2 + 3 + 1 + 2);
        assertThat(documents.get(0)).isEqualTo(expected(TEXTS.get(0), true));
        assertThat(documents.get(1)).isEqualTo(documents.get(2)).containsExactly(0);
        assertThat(Files.size(folder.resolve("tokens/deu_Latn_text_document.bin")))
                .isEqualTo(documents.stream().mapToLong(d -> d.length).sum() * 4);
    }

    @Test
    void whatCannotBeUsedIsNamed() throws IOException {
        Path file = Tokenizers.bytes(folder.resolve("t.json"));
        assertThatThrownBy(() -> export(file, "<eod>", false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--end <eod>: not a single token");
        TokenizerFile missing = new TokenizerFile(folder.resolve("none.json").toString());
        assertThatThrownBy(() -> missing.open(new Configuration()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.json: cannot be read");
        TokenizerFile broken = new TokenizerFile(Files.writeString(folder.resolve("broken.json"), "{\"model\": 3}")
                .toString());
        assertThatThrownBy(() -> broken.open(new Configuration()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("broken.json: cannot be used");
    }

    /** A lone surrogate cannot be written as UTF-8; it must not bring the process down. */
    @Test
    void strangeTextsHaveTokensToo() throws IOException {
        Path file = Tokenizers.bytes(folder.resolve("t.json"));
        try (Tokenizer tokens = new TokenizerFile(file.toString()).open(new Configuration())) {
            assertThat(tokens.encode("a\ud800b").length).isGreaterThan(2);
            assertThat(tokens.encode("😀")).hasSize(4);
        }
    }

    @Test
    void numpyAndMegatronReadTheSame() throws IOException, InterruptedException {
        String python = Optional.ofNullable(System.getenv("BABELMILL_PYTHON")).orElse("python3");
        assumeTrue(canImportNumpy(python), "no " + python + " with numpy");
        export(Tokenizers.bytes(folder.resolve("t.json")), "<end>", false);
        List<int[]> documents = read("swh_Latn");
        long sum =
                documents.stream().flatMapToInt(Arrays::stream).asLongStream().sum();
        long tokens = documents.stream().mapToLong(d -> d.length).sum();

        Path out = folder.resolve("python.txt");
        Process process = new ProcessBuilder(
                        python,
                        "src/test/python/read_megatron.py",
                        folder.resolve("tokens").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(out)).isZero();
        assertThat(Files.readString(out)).contains("swh_Latn: 5 documents, " + tokens + " tokens, sum " + sum);
    }

    private static boolean canImportNumpy(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import numpy")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }
}
