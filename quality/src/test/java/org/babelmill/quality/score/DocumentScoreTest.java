package org.babelmill.quality.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.ScriptSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentScoreTest {

    private static final LanguageTag SPANISH = LanguageTag.parse("spa_Latn");
    private static final CompressionGroup LATIN = CompressionGroup.of("Latn");

    /** 100 letters, a comma and a full stop: 2 % punctuation. */
    private static final String SENTENCE = ("abcdefghij".repeat(9) + "abcdefghi, j.").replace("eab", "e ab");

    private static ScoreInput input(String text, int urls, int bytes, double saved) {
        AnalyzedText analyzed = new AnalyzedText();
        analyzed.load(text, WordSegmenters.standard(SPANISH), ScriptSet.of(SPANISH));
        return new ScoreInput(analyzed.lines(), Optional.empty(), analyzed.codePoints(), urls, bytes, saved);
    }

    private static ReleaseScore release(ScoreInput input) {
        ReleaseScore score = new ReleaseScore();
        score.measure(input, ScoreNorms.SPANISH, LATIN);
        return score;
    }

    private static CurrentScore current(ScoreInput input) {
        CurrentScore score = new CurrentScore();
        score.measure(input, ScoreNorms.SPANISH, LATIN, true);
        return score;
    }

    @Test
    void plainShortLinesOfTheRightLanguageScoreEight() {
        ReleaseScore score = release(input(SENTENCE + "\n" + SENTENCE.toUpperCase(Locale.ROOT), 0, 300, 40));

        assertThat(score.get(ScorePart.LANGUAGE)).isEqualTo(10);
        assertThat(score.get(ScorePart.PUNCTUATION)).isEqualTo(10);
        assertThat(score.get(ScorePart.LONG)).isZero();
        assertThat(score.get(ScorePart.TOTAL)).isEqualTo(8);
    }

    @Test
    void longLinesAddUpToTwo() {
        StringBuilder text = new StringBuilder();
        for (char c = 'a'; c < 'k'; c++) {
            text.append((SENTENCE + " ").repeat(10)).append(c).append(".\n");
        }
        ReleaseScore score = release(input(text.toString(), 0, 10_000, 62));

        assertThat(score.get(ScorePart.LONG)).isEqualTo(10);
        assertThat(score.get(ScorePart.GREAT)).isEqualTo(10);
        assertThat(score.get(ScorePart.TOTAL)).isEqualTo(10);
        assertThat(current(input(text.toString(), 0, 10_000, 62)).get(ScorePart.TOTAL))
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "6, 10", "10, 7", "20, 0", "99, 0"})
    void addressesCountPerTwoAndAHalfThousandCharacters(int urls, double expected) {
        assertThat(release(input("a".repeat(5000), urls, 0, 0)).get(ScorePart.URL))
                .isEqualTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"60.1, 10", "50.5, 10", "72, 8.96", "77, 4.573", "80, 0.373", "82, 0", "39, 0", "46.9, 7.98"})
    void compressionBeyondTheExpectedIsPunished(double saved, double expected) {
        // 7,000 bytes: expected 60.267 by interpolation between 58.8 at 5,000 and 61.0 at 8,000
        assertThat(release(input("a", 0, 7000, saved)).get(ScorePart.INFORMATIVENESS))
                .isEqualTo(expected, within(0.001));
    }

    @Test
    void theTwoWorstPenaltiesMultiply() {
        // digits: 15 % of letters is 5 of 10; repeated lines: two of three
        String line = "a".repeat(100) + ", 1234567890 12345.";
        ReleaseScore score = release(input(line + "\n" + line + "\n" + line, 0, 100, 40));

        assertThat(score.get(ScorePart.NUMBERS)).isEqualTo(5);
        assertThat(score.get(ScorePart.REPEATED)).isCloseTo(10 / 3.0, within(1e-9));
        assertThat(score.get(ScorePart.TOTAL)).isEqualTo(1.3);
    }

    @Test
    void limitsStretchWithWhatIsUsualInTheLanguage() {
        ScoreInput dense = input("a".repeat(100) + ".".repeat(10), 0, 100, 40);
        ReleaseScore score = new ReleaseScore();

        score.measure(dense, ScoreNorms.SPANISH, LATIN);
        double spanish = score.get(ScorePart.PUNCTUATION);
        score.measure(dense, new ScoreNorms(5, 1, 1), LATIN);

        assertThat(spanish).isCloseTo(6.5, within(1e-9));
        assertThat(score.get(ScorePart.PUNCTUATION)).isEqualTo(10);
        assertThat(new ScoreNorms(Double.NaN, 100, 0)).isEqualTo(new ScoreNorms(0.1, 10, 0.1));
    }

    @Test
    void menusAndNothingScoreZero() {
        assertThat(release(input("", 0, 0, Double.NaN)).get(ScorePart.TOTAL)).isZero();
        assertThat(release(input("Home\nAbout\nContact", 0, 20, 0)).get(ScorePart.TOTAL))
                .isZero();
        assertThat(current(input("Home\nAbout\nContact", 0, 20, 0)).get(ScorePart.TOTAL))
                .isZero();
    }

    @Test
    void aPenaltyBelowATenthEndsTheCurrentScore() {
        String line = SENTENCE + "\n";

        assertThat(current(input(line.repeat(12), 0, 300, 40)).get(ScorePart.REPEATED))
                .isZero();
        assertThat(current(input(line.repeat(12), 0, 300, 40)).get(ScorePart.TOTAL))
                .isZero();
    }

    @Test
    void longLinesWithoutPunctuationAreMissed() {
        String bare = "abcdefghij ".repeat(20).strip();
        CurrentScore half = current(input(bare + "\n" + (SENTENCE + " ").repeat(2), 0, 300, 40));

        assertThat(half.get(ScorePart.PUNCTUATION)).isZero();
        CurrentScore exempt = new CurrentScore();
        exempt.measure(input(bare, 0, 300, 40), ScoreNorms.SPANISH, LATIN, false);
        assertThat(exempt.get(ScorePart.PUNCTUATION)).isEqualTo(1);
    }

    @Test
    void scriptsHaveTheirOwnCurves() {
        assertThat(CompressionGroup.of("Latn").expected(1000)).isEqualTo(46.0);
        assertThat(CompressionGroup.of("Deva").expected(5000)).isEqualTo(71.4);
        assertThat(CompressionGroup.of("Arab").expected(10_000)).isEqualTo(66.6);
        assertThat(CompressionGroup.of("Hans").expected(900)).isNaN();
        assertThat(CompressionGroup.of("Hans").expected(1_000_000)).isEqualTo(57.3);
        assertThat(CompressionGroup.of("Latn").expected(900)).isCloseTo(44.75, within(1e-9));
    }
}
