package org.babelmill.langid.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.babelmill.langid.ModelFormatException;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;

class WordCountsTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");
    private static final LanguageTag RUSSIAN = LanguageTag.parse("rus_Cyrl");

    @Test
    void partsAddUpToTheWholeInAnyOrder() throws IOException {
        WordCounts whole = new WordCounts();
        whole.add(GERMAN, "Ja, ja! Nein.");
        whole.add(RUSSIAN, "да");
        whole.add(GERMAN, "ja");

        WordCounts left = new WordCounts();
        left.add(GERMAN, "ja");
        left.add(RUSSIAN, "да");
        WordCounts right = new WordCounts();
        right.add(GERMAN, "nein ja JA");
        right.add(left);

        assertThat(bytes(right)).isEqualTo(bytes(whole));
        assertThat(whole.total(GERMAN)).isEqualTo(4);
        assertThat(whole.sorted(GERMAN))
                .containsExactly(new WordCounts.WordCount("ja", 3), new WordCounts.WordCount("nein", 1));
        assertThat(whole.total(LanguageTag.NONE)).isZero();
    }

    @Test
    void readsItsFile() throws IOException {
        WordCounts counts = new WordCounts();
        counts.add(RUSSIAN, "да нет да");
        counts.add(GERMAN, "straße");

        WordCounts read = WordCountsFile.read("counts", new ByteArrayInputStream(bytes(counts)));

        assertThat(bytes(read)).isEqualTo(bytes(counts));
        assertThat(read.languages()).containsExactly(GERMAN, RUSSIAN);
    }

    @Test
    void saysWhichLineOfAFileIsWrong() {
        assertThatThrownBy(() -> parse("word\n"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("counts, line 1")
                .hasMessageContaining("#deu_Latn");
        assertThatThrownBy(() -> parse("#deu_Latn\nja\t-3\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> parse("#german\n")).hasMessageContaining("line 1");
    }

    private static WordCounts parse(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return WordCountsFile.read("counts", new ByteArrayInputStream(out.toByteArray()));
    }

    private static byte[] bytes(WordCounts counts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordCountsFile.write(counts, out);
        return out.toByteArray();
    }
}
