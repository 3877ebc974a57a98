package org.babelmill.langid.fasttext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.langid.SecondOpinion;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastTextEngineTest {

    @TempDir
    Path folder;

    @Test
    void decidesByTheModelsLabels() throws IOException {
        LanguageIdentifier identifier = open("language.engine=fasttext", "language.model=" + model("softmax.bin"));

        LanguageVerdict verdict = identifier.newSession().identify("der Hund ist im Garten\nthe dog is in the house");

        assertThat(identifier.model()).isEqualTo("fasttext:softmax.bin");
        assertThat(verdict.best().isDetermined()).isTrue();
        assertThat(identifier.newSession().identify("der Hund ist im Garten").tag())
                .hasToString("deu_Latn");
        assertThat(verdict.lines().runs()).hasSizeBetween(1, 2);
    }

    @Test
    void givesASecondOpinion() throws IOException {
        LanguageIdentifier identifier =
                open("language.second-engine=fasttext", "language.second-model=" + model("softmax.bin"));
        LanguageIdentifier.Session session = identifier.newSession();

        SecondOpinion same = session.identify("der Hund ist im Garten").second().orElseThrow();
        assertThat(same.agree()).isTrue();
        assertThat(same.tag()).isEqualTo(LanguageTag.parse("deu_Latn"));
        assertThat(same.model()).isEqualTo("fasttext:softmax.bin");
        assertThat(same.probability()).isBetween(0.9, 1.0);

        assertThat(session.identify("el perro está en el jardín de la casa")
                        .second()
                        .orElseThrow()
                        .agree())
                .isFalse();
        assertThat(session.identify("12 + 34").second()).isEmpty();
    }

    @Test
    void preparesTextAsTheModelWantsIt() {
        char[] text = "Ça va? 20 €\nΝαί_x".toCharArray();
        assertThat(prepared(TextForm.RAW, text, 100)).isEqualTo("Ça va? 20 €\nΝαί_x");
        assertThat(prepared(TextForm.LETTERS, text, 100)).isEqualTo("ça va   ναί_x");
        assertThat(prepared(TextForm.RAW, text, 3)).isEqualTo("Ça va?".substring(0, 6));
        assertThat(prepared(TextForm.RAW, "a\uD800b𐌰".toCharArray(), 9)).isEqualTo("a?b𐌰");
    }

    private static String prepared(TextForm form, char[] text, int maxChars) {
        Utf8Text utf8 = new Utf8Text(form);
        utf8.set(text, 0, text.length, maxChars);
        return new String(utf8.bytes(), 0, utf8.length(), StandardCharsets.UTF_8);
    }

    private static LanguageIdentifier open(String... settings) throws IOException {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (String setting : settings) {
            tree = tree.set(setting);
        }
        return LanguageIdentifiers.open(ConfigurationLoader.bind(tree).language());
    }

    private Path model(String name) throws IOException {
        try (InputStream in = FastTextEngineTest.class.getResourceAsStream(name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }
}
