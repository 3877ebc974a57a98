package org.babelmill.langid.fasttext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.babelmill.langid.ModelFormatException;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small models made with the C++ program (0.9.2, {@code fasttext supervised} and {@code quantize} on 18 sentences), and
 * what it predicts with them.
 */
class FastTextModelTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"softmax.bin", "tree.bin", "one-vs-all.bin", "words.bin", "pruned.ftz", "quantised.ftz"})
    void predictsWhatTheOriginalPredicts(String name) throws IOException {
        FastTextModel model = FastTextModel.read(copy(name, resource(name)));
        FastTextModel.Predictor predictor = model.newPredictor();
        int lines = 0;
        for (String line : new String(resource("predictions.tsv"), StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t");
            if (cells[0].equals(name)) {
                byte[] text = cells[1].getBytes(StandardCharsets.UTF_8);
                int best = predictor.predict(text, 0, text.length, 0);
                check(model, predictor, cells[2].split(" "), best, 2e-6f);
                lines++;
            }
        }
        assertThat(lines).isEqualTo(7);
    }

    @Test
    void agreesWithTheOriginalOnAllOfTheDevelopmentTexts() throws IOException {
        FastTextModel model = FastTextModel.read(SharedData.require("data/lid.176.ftz"));
        Map<String, String[]> expected = expected(SharedData.require("data/lid.176-cpp-dev.tsv.gz"));
        FastTextModel.Predictor predictor = model.newPredictor();
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader reader = gunzip(SharedData.require("data/langid-dev.jsonl.gz"))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode item = json.readTree(line);
                byte[] text = plainSpaces(item.get("text").asText()).getBytes(StandardCharsets.UTF_8);
                int best = predictor.predict(text, 0, text.length, 0);
                check(model, predictor, expected.get(item.get("id").asText()), best, 1e-5f);
            }
        }
        assertThat(expected).hasSize(31_345);
    }

    @Test
    void supervisedModelsOfVersion11HaveNoCharacterNgrams() throws IOException {
        byte[] old = resource("words.bin");
        ByteBuffer numbers = ByteBuffer.wrap(old).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putInt(4, 11);
        numbers.putInt(12 * 4, 6);
        byte[] text = "der Hund ist im Garten".getBytes(StandardCharsets.UTF_8);
        FastTextModel.Predictor now =
                FastTextModel.read(copy("now.bin", resource("words.bin"))).newPredictor();
        FastTextModel.Predictor then = FastTextModel.read(copy("then.bin", old)).newPredictor();

        assertThat(then.predict(text, 0, text.length, 0)).isEqualTo(now.predict(text, 0, text.length, 0));
        assertThat(then.probability(0)).isEqualTo(now.probability(0));
    }

    @Test
    void saysWhereAFileIsNotAModel() throws IOException {
        Path file = copy("text.bin", "this is not a model".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> FastTextModel.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(file + ": at byte 4: not a fastText model (it does not begin with the number 793712314)");
    }

    @Test
    void refusesVersionsAndKindsItDoesNotKnow() throws IOException {
        Path newer = copy("newer.bin", changed(4, 13));
        assertThatThrownBy(() -> FastTextModel.read(newer))
                .hasMessage(newer + ": at byte 8: model version is 13, must be from 11 to 12");
        Path vectors = copy("vectors.bin", changed(36, 2));
        assertThatThrownBy(() -> FastTextModel.read(vectors))
                .hasMessageContaining("at byte 40: the model gives word vectors (kind 2), not labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tree.bin", "pruned.ftz"})
    void refusesEveryCut(String name) throws IOException {
        byte[] whole = resource(name);
        for (int length = 0; length < whole.length; length += length < 300 ? 1 : 53) {
            Path file = copy("cut", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> FastTextModel.read(file)).isInstanceOf(ModelFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax.bin", "pruned.ftz", "quantised.ftz"})
    void damageIsEitherFoundOrHarmless(String name) throws IOException {
        byte[] whole = resource(name);
        Random random = new Random(1);
        byte[] text = "der Hund the dog собака".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Path file = copy("damaged", damaged);
            try {
                FastTextModel model = FastTextModel.read(file);
                assertThat(model.newPredictor().predict(text, 0, text.length, 0))
                        .isLessThan(4);
            } catch (ModelFormatException e) {
                assertThat(e.offset()).isBetween(0L, (long) whole.length);
            }
        }
    }

    @Test
    void anEmptyTextIsStillTheEndOfALine() throws IOException {
        FastTextModel.Predictor predictor =
                FastTextModel.read(copy("m", resource("softmax.bin"))).newPredictor();
        assertThat(predictor.predict(new byte[0], 0, 0, 0)).isBetween(0, 3);
    }

    private static void check(
            FastTextModel model, FastTextModel.Predictor predictor, String[] cells, int best, float tolerance) {
        assertThat(bare(model.labels().get(best))).isEqualTo(cells[0]);
        for (int i = 0; i + 1 < cells.length; i += 2) {
            int label = number(model, cells[i]);
            assertThat(predictor.probability(label)).isCloseTo(Float.parseFloat(cells[i + 1]), within(tolerance));
        }
    }

    private static int number(FastTextModel model, String label) {
        for (int i = 0; i < model.labels().size(); i++) {
            if (bare(model.labels().get(i)).equals(label)) {
                return i;
            }
        }
        throw new AssertionError("no label " + label);
    }

    private static String bare(String label) {
        return label.substring("__label__".length());
    }

    private static Map<String, String[]> expected(Path file) throws IOException {
        Map<String, String[]> expected = new HashMap<>();
        try (BufferedReader reader = gunzip(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) {
                    expected.put(cells[0], Arrays.copyOfRange(cells, 1, cells.length));
                }
            }
        }
        return expected;
    }

    private static BufferedReader gunzip(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /** The predictions were made on text whose white space, no-break spaces among it, was single spaces. */
    private static String plainSpaces(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private byte[] changed(int at, int value) throws IOException {
        byte[] model = resource("softmax.bin");
        ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return model;
    }

    private Path copy(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FastTextModelTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
