package org.babelmill.quality.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.SignalComputer;
import org.babelmill.quality.signal.SignalScheme;
import org.junit.jupiter.api.Test;

class QualityModelTest {

    private static final LanguageTag ENGLISH = LanguageTag.parse("eng_Latn");
    private static final String[] GOOD =
            "because river although evening remembered house slowly mother village window".split(" ");
    private static final String[] BAD = "buy cheap login cart click shipping free cookies casino subscribe".split(" ");
    private static final String[] BOTH = "the a of and to in on it with for".split(" ");

    private static List<String> texts(String[] words, int count, int seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 40; w++) {
                String[] from = random.nextInt(3) == 0 ? words : BOTH;
                text.append(from[random.nextInt(from.length)]).append(' ');
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static QualityModel train(List<String> good, List<String> bad) {
        QualityTrainer trainer = new QualityTrainer(ENGLISH);
        good.forEach(text -> trainer.add(text, true));
        bad.forEach(text -> trainer.add(text, false));
        return trainer.train();
    }

    private static byte[] bytes(QualityModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void itTellsUnseenGoodTextFromBad() {
        QualityModel model = train(texts(GOOD, 200, 1), texts(BAD, 100, 2));
        SignalComputer computer =
                new SignalComputer(SignalScheme.of(LanguageProfiles.shipped()).with(QualityModels.of(List.of(model))));

        int right = 0;
        for (String text : texts(GOOD, 100, 3)) {
            right += computer.compute(text, ENGLISH).get(Signal.QUALITY_SCORE) > 0.5 ? 1 : 0;
        }
        for (String text : texts(BAD, 100, 4)) {
            right += computer.compute(text, ENGLISH).get(Signal.QUALITY_SCORE) < 0.5 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(190);
        assertThat(model.examples()).isEqualTo(new QualityModel.Examples(200, 100));
        assertThat(computer.compute("x", LanguageTag.parse("deu_Latn")).get(Signal.QUALITY_SCORE))
                .isNaN();
    }

    @Test
    void theOrderOfTheTextsChangesNoByteOfTheModel() throws IOException {
        List<String> good = texts(GOOD, 50, 1);
        List<String> bad = texts(BAD, 50, 2);
        byte[] first = bytes(train(good, bad));

        Collections.shuffle(good, new Random(9));
        Collections.shuffle(bad, new Random(9));

        assertThat(bytes(train(good, bad))).isEqualTo(first);
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        byte[] written = bytes(train(texts(GOOD, 20, 1), texts(BAD, 20, 2)));

        QualityModel read = QualityModel.read("m.bin", new ByteArrayInputStream(written));

        assertThat(bytes(read)).isEqualTo(written);
        assertThat(read.tag()).isEqualTo(ENGLISH);
    }

    @Test
    void damagedForeignAndCutFilesAreRefused() throws IOException {
        byte[] written = bytes(train(texts(GOOD, 20, 1), texts(BAD, 20, 2)));
        byte[] damaged = written.clone();
        damaged[written.length / 2] ^= 1;
        byte[] newer = written.clone();
        newer[4] = 9;

        assertThatThrownBy(() -> QualityModel.read("m.bin", new ByteArrayInputStream(damaged)))
                .hasMessage("m.bin is damaged: its checksum does not fit");
        assertThatThrownBy(() -> QualityModel.read("m.bin", new ByteArrayInputStream(newer)))
                .hasMessageStartingWith("m.bin is a quality model of version 9");
        assertThatThrownBy(() -> QualityModel.read("m.bin", new ByteArrayInputStream(new byte[100])))
                .hasMessage("m.bin is not a quality model");
        assertThatThrownBy(() -> QualityModel.read(
                        "m.bin", new ByteArrayInputStream(Arrays.copyOf(written, written.length / 2))))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void onePileIsNotEnough() {
        QualityTrainer trainer = new QualityTrainer(ENGLISH);
        trainer.add("only good text here", true);

        assertThatThrownBy(trainer::train)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a quality model needs good and bad texts: eng_Latn has 1 good and 0 bad ones");
    }
}
