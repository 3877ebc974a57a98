package org.babelmill.langid.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UScript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.langid.ModelFormatException;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;

class PackTest {

    private static final PackMetadata METADATA = new PackMetadata(
            "test",
            "three words",
            6,
            7,
            1 / 32.0,
            List.of(language("aaa_Latn", 1000), language("bbb_Latn", 100_000), language("ccc_Cyrl", 1000)),
            Calibration.standard());

    private final byte[] pack = write();

    @Test
    void readsWhatWasWritten() throws IOException {
        NgramPack read = read(pack);

        assertThat(read.metadata()).isEqualTo(METADATA);
        assertThat(gains(read, "one", 0)).containsExactly(6, 0, 0);
        assertThat(gains(read, "both", 0)).containsExactly(5, 4, 0);
        assertThat(gains(read, " o", 2)).containsExactly(0, 3, 0);
        assertThat(read.find(NgramKeys.of("none", 0))).isZero();
        assertThat(read.find(NgramKeys.of("one", 3))).isZero();
    }

    @Test
    void theOrderOfAddingDoesNotMatter() throws IOException {
        PackWriter writer = new PackWriter(METADATA);
        writer.add(1, 2, " o", 1e-4);
        writer.add(1, 0, "both", 1e-3);
        writer.add(0, 0, "both", 1e-2);
        writer.add(0, 0, "one", 1e-1);
        assertThat(bytes(writer)).isEqualTo(pack);
    }

    @Test
    void leavesOutWhatIsRarerThanThePenalty() throws IOException {
        PackWriter writer = new PackWriter(METADATA);
        writer.add(0, 0, "rare", 1e-7);
        assertThat(read(bytes(writer)).find(NgramKeys.of("rare", 0))).isZero();
    }

    @Test
    void theScorerFindsTheSameFeaturesInText() throws IOException {
        NgramScorer scorer = new NgramScorer(read(pack));
        char[] text = "One both oxx".toCharArray();

        scorer.score(text, 0, text.length, UScript.LATIN, 100);

        // one: 6 and 0; both: 5 and 4; oxx is unknown, and of its n-grams only the beginning " o" is known: 0 and 3.
        assertThat(scorer.words()).isEqualTo(3);
        assertThat(scorer.letters()).isEqualTo(10);
        assertThat(scorer.best()).isZero();
        assertThat(scorer.advantageOver(1)).isEqualTo(11 - 7);
        assertThat(scorer.evidence())
                .isEqualTo(new Evidence(4 / 3.0, 7 - 11 / 3.0, 2 / 3.0, 2 / 3.0, 3, 10 / 3.0, -2, 0));
    }

    @Property(tries = 50)
    void everyWordOfATextCountsHoweverManyThereAre(@ForAll @IntRange(min = 1, max = 200) int times) throws IOException {
        NgramScorer scorer = new NgramScorer(read(pack));
        char[] text = "both oxx ".repeat(times).toCharArray();

        scorer.score(text, 0, text.length, UScript.LATIN, 10_000);

        assertThat(scorer.words()).isEqualTo(2 * times);
        assertThat(scorer.letters()).isEqualTo(7 * times);
        // both: 5 and 4; oxx: 0 and 3.
        assertThat(scorer.best()).isEqualTo(1);
        assertThat(scorer.advantageOver(0)).isEqualTo(2 * times);
    }

    @Test
    void theScorerStopsAtTheLettersItMayRead() throws IOException {
        NgramScorer scorer = new NgramScorer(read(pack));
        char[] text = "one ".repeat(100).toCharArray();

        scorer.score(text, 0, text.length, UScript.LATIN, 81);

        // Three letters and one more for the word: 20 words have 80, so that one more is read.
        assertThat(scorer.words()).isEqualTo(21);
    }

    @Test
    void theScorerPassesOverOtherScripts() throws IOException {
        NgramScorer scorer = new NgramScorer(read(pack));
        char[] text = "one один".toCharArray();

        scorer.score(text, 0, text.length, UScript.CYRILLIC, 100);
        assertThat(scorer.words()).isEqualTo(1);
        assertThat(scorer.best()).isEqualTo(2);
        assertThat(scorer.evidence().rivalExperience()).as("nobody else").isZero();

        scorer.score(text, 0, text.length, UScript.GREEK, 100);
        assertThat(scorer.words()).isZero();
        assertThat(scorer.best()).isEqualTo(-1);
    }

    @Test
    void refusesOtherFiles() {
        assertThatThrownBy(() -> read("PAR1 and more".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("test.pack: at byte 8: not an n-gram pack (it does not begin with BMNGRAM)");
    }

    @Test
    void refusesVersionsItDoesNotKnow() {
        byte[] other = pack.clone();
        other[11] = 9;
        assertThatThrownBy(() -> read(other)).hasMessage("test.pack: at byte 12: pack version 9, this program reads 2");
    }

    @Test
    void refusesEveryCut() {
        for (int length = 0; length < pack.length; length++) {
            byte[] cut = Arrays.copyOf(pack, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(ModelFormatException.class);
        }
    }

    @Property(tries = 500)
    void refusesEveryChangedBit(@ForAll @IntRange(max = 100_000) int position, @ForAll @IntRange(max = 7) int bit) {
        byte[] changed = pack.clone();
        changed[position % pack.length] ^= (byte) (1 << bit);
        assertThatThrownBy(() -> read(changed)).isInstanceOf(ModelFormatException.class);
    }

    @Property
    void aKeyIsTheSameFromTextAndFromAWord(@ForAll @IntRange(min = 1, max = 40) int length) {
        char[] word = (" " + "aйc語eéghij".repeat(4).substring(0, length) + " ").toCharArray();
        long[] prefixes = new long[word.length + 1];
        NgramKeys.prefixes(word, 0, word.length, prefixes);

        assertThat(NgramKeys.word(word, length)).isEqualTo(NgramKeys.of(new String(word, 1, length), 0));
        int order = Math.min(6, word.length);
        int start = word.length - order;
        assertThat(NgramKeys.gram(prefixes, start, order))
                .isEqualTo(NgramKeys.of(new String(word, start, order), order));
    }

    private static byte[] write() {
        PackWriter writer = new PackWriter(METADATA);
        writer.add(0, 0, "one", 1e-1);
        writer.add(0, 0, "both", 1e-2);
        writer.add(1, 0, "both", 1e-3);
        writer.add(1, 2, " o", 1e-4);
        return bytes(writer);
    }

    private static byte[] bytes(PackWriter writer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static NgramPack read(byte[] bytes) throws IOException {
        return PackReader.read("test.pack", new ByteArrayInputStream(bytes));
    }

    private static float[] gains(NgramPack pack, String feature, int order) {
        float[] gains = new float[3];
        pack.add(pack.find(NgramKeys.of(feature, order)), 1 / 32f, gains);
        return gains;
    }

    private static PackLanguage language(String tag, long words) {
        return new PackLanguage(LanguageTag.parse(tag), words, 0);
    }
}
