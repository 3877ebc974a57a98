package org.babelmill.langid.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.langid.ModelFormatException;
import org.babelmill.langid.calibrate.ThresholdRules.Method;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdProfileTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");
    private static final LanguageTag DUTCH = LanguageTag.parse("nld_Latn");

    @TempDir
    private Path folder;

    @Test
    void aThresholdIsTheMedianLessTheDeviation() {
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.9, Optional.empty(), 60);
        scores.add(GERMAN, 0.5, Optional.empty(), 40);
        // Deviation: sqrt(0.6 * 0.16^2 + 0.4 * 0.24^2).
        double deviation = Math.sqrt(0.6 * 0.16 * 0.16 + 0.4 * 0.24 * 0.24);
        LanguageThreshold threshold = only(scores, ThresholdRules.standard());
        assertThat(threshold.scores().deviation()).isCloseTo(deviation, within(1e-12));
        assertThat(threshold.threshold().getAsDouble()).isCloseTo(0.9 - deviation, within(0.0005));
        assertThat(threshold.warnings()).isEmpty();
    }

    @Test
    void thresholdsAreClippedAndSaySo() {
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.99, Optional.empty(), 1000);
        scores.add(DUTCH, 0.2, Optional.empty(), 1000);
        ThresholdProfile profile = ThresholdProfile.of(scores, ThresholdRules.standard());
        assertThat(profile.thresholds())
                .extracting(t -> t.threshold().getAsDouble())
                .containsExactly(0.9, 0.3);
        assertThat(profile.thresholds().get(0).warnings()).containsExactly("clipped from 0.990");
    }

    @Test
    void fewDocumentsGiveNoThreshold() {
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.8, Optional.empty(), 99);
        LanguageThreshold threshold = only(scores, ThresholdRules.standard());
        assertThat(threshold.threshold()).isEmpty();
        assertThat(threshold.warnings()).containsExactly("fewer than 100 documents");
    }

    @Test
    void agreementFindsWhereTheLabelBecomesTrustworthy() {
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.95, Optional.of(GERMAN), 190);
        scores.add(GERMAN, 0.95, Optional.of(DUTCH), 10);
        scores.add(GERMAN, 0.55, Optional.of(DUTCH), 100);
        scores.add(GERMAN, 0.55, Optional.of(GERMAN), 10);
        assertThat(only(scores, rules(Method.AGREEMENT)).threshold()).hasValue(0.551);
        assertThat(only(scores, rules(Method.HIGHER)).threshold().getAsDouble()).isGreaterThan(0.7);
    }

    @Test
    void warnsOfLanguagesThatAreMostlyDeclaredToBeAnother() {
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.8, Optional.of(DUTCH), 90);
        scores.add(GERMAN, 0.8, Optional.of(GERMAN), 10);
        assertThat(only(scores, ThresholdRules.standard()).warnings())
                .containsExactly("only 10 % of the pages that declare a language declare this one, others nld_Latn");
        assertThat(only(scores, rules(Method.AGREEMENT)).warnings()).contains("no score brings agreement to 0.90");
    }

    @Test
    void writesAFileThatPeopleAndProgramsCanRead() throws IOException {
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.9, Optional.of(GERMAN), 60);
        scores.add(GERMAN, 0.5, Optional.of(DUTCH), 40);
        scores.add(DUTCH, 0.7, Optional.empty(), 3);
        String yaml = ThresholdProfile.of(scores, ThresholdRules.standard()).toYaml(ThresholdRules.standard());
        assertThat(yaml).isEqualTo("""
                # Thresholds by language: documents with a lower score are und.
                # Method median, from 0.30 to 0.90; languages with fewer than 100 documents keep the general threshold.
                # Kept: share of documents that reach it. Agree: of those whose pages declare a language, this one.
                language:
                  thresholds:
                    deu_Latn: 0.704     # documents 100, median 0.900, deviation 0.196, kept 0.60, agree 1.00 of 60
                    # nld_Latn:         # documents 3, median 0.700, deviation 0.000, kept 1.00, no page declares a language; WARNING: fewer than 100 documents
                """);
        Path file = folder.resolve("thresholds.yaml");
        Files.writeString(file, yaml);
        assertThat(ThresholdProfile.read(file)).isEqualTo(Map.of(GERMAN, 0.704));
        assertThat(ConfigurationLoader.bind(ConfigurationLoader.defaults().overlay("file", yaml))
                        .language()
                        .thresholds())
                .isEqualTo(Map.of("deu_Latn", 0.704));
    }

    @Test
    void aFileWithoutAnyThresholdCanBeReadBack() throws IOException {
        Path file = folder.resolve("none.yaml");
        Files.writeString(
                file,
                ThresholdProfile.of(new ScoreTable(), ThresholdRules.standard()).toYaml(ThresholdRules.standard()));
        assertThat(ThresholdProfile.read(file)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThatThrownBy(() -> ThresholdProfile.read(file("thresholds: 3")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("expected YAML with language: thresholds:");
        assertThatThrownBy(() -> ThresholdProfile.read(file("language: {thresholds: {deu_Latn: 1.5}}")))
                .hasMessageContaining("language.thresholds.deu_Latn is 1.5, allowed is 0 to 1");
        assertThatThrownBy(() -> ThresholdProfile.read(file("language: {thresholds: {german: 0.5}}")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("german");
        assertThatThrownBy(() -> ThresholdProfile.read(file("language: {thresholds: [")))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void identificationGoesByTheFileAndSingleSettingsWin() throws IOException {
        Path file = file("language: {thresholds: {deu_Latn: 1.0, nld_Latn: 1.0}}");
        LanguageIdentifier identifier = LanguageIdentifiers.open(ConfigurationLoader.bind(ConfigurationLoader.defaults()
                        .set("language.thresholds-file=" + file)
                        .set("language.thresholds={nld_Latn: 0.5}"))
                .language());
        assertThat(tag(identifier, "Der Zug nach München fährt heute leider erst eine Stunde später ab."))
                .isEqualTo("und_Latn");
        assertThat(tag(identifier, "De trein naar Groningen vertrekt vandaag helaas pas een uur later dan gepland."))
                .isEqualTo("nld_Latn");
    }

    @Property(tries = 100)
    void addingInAnyOrderGivesTheSameFile(@ForAll @IntRange(min = 0, max = 400) int documents, @ForAll long seed) {
        ScoreTable forward = new ScoreTable();
        ScoreTable backward = new ScoreTable();
        for (int i = 0; i < documents; i++) {
            document(forward, seed + i);
            document(backward, seed + documents - 1 - i);
        }
        ThresholdRules rules = rules(Method.HIGHER);
        assertThat(ThresholdProfile.of(forward, rules).toYaml(rules))
                .isEqualTo(ThresholdProfile.of(backward, rules).toYaml(rules));
    }

    @Test
    void figuresAreWrittenTheSameInTurkey() {
        Locale before = Locale.getDefault();
        ScoreTable scores = new ScoreTable();
        scores.add(GERMAN, 0.9, Optional.of(GERMAN), 1060);
        ThresholdProfile profile = ThresholdProfile.of(scores, ThresholdRules.standard());
        String yaml = profile.toYaml(ThresholdRules.standard());
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(profile.toYaml(rules(Method.MEDIAN))).isEqualTo(yaml).contains("Method median");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void document(ScoreTable scores, long seed) {
        Random random = new Random(seed);
        Optional<LanguageTag> declared = switch (random.nextInt(3)) {
            case 0 -> Optional.of(GERMAN);
            case 1 -> Optional.of(DUTCH);
            default -> Optional.empty();
        };
        scores.add(random.nextBoolean() ? GERMAN : DUTCH, random.nextDouble(), declared, 1);
    }

    private static String tag(LanguageIdentifier identifier, String text) {
        return identifier.newSession().identify(text).tag().toString();
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), yaml);
    }

    private static LanguageThreshold only(ScoreTable scores, ThresholdRules rules) {
        return ThresholdProfile.of(scores, rules).thresholds().get(0);
    }

    private static ThresholdRules rules(Method method) {
        return new ThresholdRules(method, 0.3, 0.9, 100, 0.9);
    }
}
