package org.babelmill.quality.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.pipeline.testing.SharedData;
import org.babelmill.quality.reference.JsonlText;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final LanguageTag ENGLISH = LanguageTag.parse("eng_Latn");
    private static final LanguageTag TOKI = LanguageTag.parse("tok_Latn");
    private static final Provenance PROVENANCE =
            new Provenance("made-up text (CC0)", "2026-01-02", "babelmill calibrate");

    /** Texts of random words, with function words and sentence marks. */
    private static void fill(SampleReader reader, LanguageTag tag, String functionWords, int documents) {
        String[] function = functionWords.split(" ");
        Random random = new Random(tag.hashCode());
        for (int d = 0; d < documents; d++) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 10; line++) {
                for (int w = 0; w < 12; w++) {
                    boolean stop = random.nextInt(2) == 0;
                    text.append(stop ? function[random.nextInt(function.length)] : word(random))
                            .append(' ');
                }
                text.append(random.nextInt(10) == 0 ? "\n" : ".\n");
            }
            reader.add(text.toString(), tag);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static SortedMap<LanguageTag, LanguageSample> samples() {
        SampleReader reader = new SampleReader();
        fill(reader, ENGLISH, "the of and to in is it for that was", 60);
        fill(reader, TOKI, "li e la pi mi jan pona lon tawa ni", 30);
        return reader.samples();
    }

    private static DerivedProfile profile(List<DerivedProfile> profiles, String tag) {
        return profiles.stream()
                .filter(p -> p.tag().toString().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static List<DerivedProfile> derive(SortedMap<LanguageTag, LanguageSample> samples, int shrinkage) {
        CalibrationSettings defaults = CalibrationSettings.defaults();
        return new Calibration(
                        new CalibrationSettings(defaults.methods(), ENGLISH, shrinkage), samples, new TreeMap<>())
                .derive();
    }

    @Test
    void theAnchorsComeOutForEnglishItself() {
        DerivedProfile english = profile(derive(samples(), 0), "eng_Latn");

        assertThat(english.figures().get(ProfileKey.TOP_2_GRAM)).isCloseTo(0.2, within(0.002));
        assertThat(english.figures().get(ProfileKey.TOP_4_GRAM)).isCloseTo(0.16, within(0.002));
        assertThat(english.figures().get(ProfileKey.MAX_AVG_WORD_LENGTH)).isCloseTo(10, within(0.02));
        assertThat(english.figures().get(ProfileKey.MIN_STOP_WORD_FRAC)).isCloseTo(0.1, within(1e-9));
        assertThat(english.figures().get(ProfileKey.NEW_LINE_RATIO)).isCloseTo(0.3, within(0.002));
    }

    @Test
    void stopWordsAreTheFrequentWordsOfTheLanguage() {
        List<DerivedProfile> profiles = derive(samples(), 20);

        assertThat(profile(profiles, "tok_Latn").stopWords())
                .containsExactlyInAnyOrder("li", "e", "la", "pi", "mi", "jan", "pona", "lon", "tawa", "ni");
        assertThat(profile(profiles, "und_Latn").stopWords()).isEmpty();
    }

    @Test
    void wordsOfABigLanguageThatLeakIntoAnotherAreNoStopWords() {
        SampleReader reader = new SampleReader();
        fill(reader, ENGLISH, "the the the the the of and", 60);
        fill(reader, TOKI, "li e la pi mi jan pona lon tawa ni li e la pi mi jan pona lon tawa ni the", 30);

        assertThat(profile(derive(reader.samples(), 20), "tok_Latn").stopWords())
                .contains("ni")
                .doesNotContain("the");
    }

    @Test
    void aSmallSampleIsDrawnTowardsTheOthers() {
        SampleReader reader = new SampleReader();
        fill(reader, ENGLISH, "the of and to in is it for that was", 60);
        fill(reader, LanguageTag.parse("deu_Latn"), "der die und in von zu mit dem ist", 60);
        fill(reader, TOKI, "pneumonoultramicroscopic", 2);
        double alone =
                profile(derive(reader.samples(), 0), "tok_Latn").figures().get(ProfileKey.PUNCTUATION_MEDIAN);
        DerivedProfile drawn = profile(derive(reader.samples(), 20), "tok_Latn");

        assertThat(drawn.figures().get(ProfileKey.PUNCTUATION_MEDIAN)).isGreaterThan(alone * 1.5);
        assertThat(drawn.prior()).isEqualTo("3 languages in Latn");
        assertThat(drawn.sample().documents()).isEqualTo(2);
    }

    @Test
    void noThresholdDropsTheTextItComesFrom() {
        SortedMap<LanguageTag, LanguageSample> samples = samples();
        for (DerivedProfile profile : derive(samples, 20)) {
            LanguageSample sample = samples.get(profile.tag());
            if (sample != null) {
                assertThat(sample.metric(ProfileKey.TOP_2_GRAM)
                                .shareAbove(profile.figures().get(ProfileKey.TOP_2_GRAM)))
                        .isLessThanOrEqualTo(0.02);
                assertThat(sample.metric(ProfileKey.MAX_NON_ALPHA_WORDS_RATIO)
                                .shareBelow(profile.figures().get(ProfileKey.MAX_NON_ALPHA_WORDS_RATIO)))
                        .isLessThanOrEqualTo(0.02);
            }
        }
    }

    @Test
    void aLanguageWithoutSentenceMarksHasNoBoundOnThem() {
        SampleReader reader = new SampleReader();
        fill(reader, ENGLISH, "the of and to in", 60);
        reader.add("สวัสดีครับ\nวันนี้อากาศดี\nไปไหนมา\n", LanguageTag.parse("tha_Thai"));

        assertThat(profile(derive(reader.samples(), 20), "tha_Thai").figures())
                .containsEntry(ProfileKey.LINE_PUNCT_THR, -1.0);
    }

    @Test
    void withoutEnglishTheShippedAnchorServes() {
        SampleReader reader = new SampleReader();
        fill(reader, TOKI, "li e la pi mi jan pona lon tawa ni", 30);

        assertThat(derive(reader.samples(), 0)).hasSize(3);
    }

    @Test
    void languageScoresComeFromACrawl() {
        SampleReader crawl = new SampleReader();
        for (int i = 0; i < 100; i++) {
            crawl.add("li e la pi mi", TOKI, 0.8 + (i % 10) * 0.01);
        }
        List<DerivedProfile> profiles =
                new Calibration(CalibrationSettings.defaults(), samples(), crawl.samples()).derive();

        assertThat(profile(profiles, "tok_Latn").figures().get(ProfileKey.LANGUAGE_SCORE))
                .isBetween(0.80, 0.82);
        assertThat(profile(profiles, "eng_Latn").figures()).doesNotContainKey(ProfileKey.LANGUAGE_SCORE);
    }

    @Test
    void whatIsWrittenIsReadBackAsAProfile() {
        List<DerivedProfile> derived = derive(samples(), 20);
        Map<String, String> files = new ProfileWriter(PROVENANCE).files(derived);

        assertThat(files.remove("index.txt")).isEqualTo("eng_Latn\ntok_Latn\nund_Latn\nund_Zyyy\n");
        LanguageProfiles read = LanguageProfiles.of("out", files);
        read.check();
        LanguageProfile toki = read.find(TOKI).profile();
        assertThat(toki.figures()).isEqualTo(profile(derived, "tok_Latn").figures());
        assertThat(toki.sample()).contains(profile(derived, "tok_Latn").sample());
        assertThat(files.get("tok_Latn.yaml")).startsWith("""
                # Thresholds and stop words of tok_Latn, derived from text.
                # Source: made-up text (CC0)
                # Date: 2026-01-02
                # Command: babelmill calibrate
                # Drawn towards: 2 all languages
                sample: {documents: 30, words: 3900}
                """.substring(0, 180));
    }

    @Test
    void thresholdsThatCannotBeRightAreReported() {
        SortedMap<LanguageTag, LanguageSample> samples = samples();
        DerivedProfile good = profile(derive(samples, 20), "tok_Latn");
        Map<ProfileKey, Double> figures = new TreeMap<>(good.figures());
        figures.put(ProfileKey.TOP_2_GRAM, 1.2);
        figures.put(ProfileKey.MAX_NON_ALPHA_WORDS_RATIO, 0.99);

        assertThat(CalibrationReport.find(
                        List.of(new DerivedProfile(TOKI, figures, List.of("li"), good.sample(), good.prior())),
                        samples))
                .extracting(CalibrationReport.Anomaly::toString)
                .contains(
                        "tok_Latn stopwords: too few, 1 words",
                        "tok_Latn top_2_gram: never fires, threshold 1.2",
                        "tok_Latn max_non_alpha_words_ratio: drops reference, 100.0 % of the reference beyond 0.99");
    }

    @Test
    void methodsAreReadFromTheirNames() {
        assertThat(DerivationMethod.parse("mean-std:2")).hasToString("mean-std:2.0");
        assertThat(DerivationMethod.parse("median-ratio")).hasToString("median-ratio");
        assertThatThrownBy(() -> DerivationMethod.parse("mean")).hasMessageContaining("one of mean-std, quantile");
        assertThatThrownBy(() -> DerivationMethod.parse("tail")).hasMessageContaining("as in tail:0.1");
        assertThatThrownBy(() -> DerivationMethod.parse("quantile:x")).hasMessageContaining("a number after the colon");
    }

    @Property(tries = 100)
    void histogramsMergeInAnyOrderToTheSame(
            @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 50) Double> values, @ForAll Random random) {
        MetricHistogram whole = new MetricHistogram();
        MetricHistogram left = new MetricHistogram();
        MetricHistogram right = new MetricHistogram();
        for (double value : values) {
            whole.add(value);
            (random.nextBoolean() ? left : right).add(value);
        }
        right.merge(left);

        assertThat(right.write()).isEqualTo(whole.write());
        assertThat(MetricHistogram.read(whole.write()).write()).isEqualTo(whole.write());
        assertThat(Double.doubleToLongBits(right.mean())).isEqualTo(Double.doubleToLongBits(whole.mean()));
    }

    @Property(tries = 100)
    void quantilesAreRightToOnePartInAThousand(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 50) Double> values,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        MetricHistogram histogram = new MetricHistogram();
        values.forEach(histogram::add);
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        double expected = sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];

        assertThat(histogram.quantile(q)).isCloseTo(expected, within(expected / 1000));
    }

    @Test
    void samplesTravelAndMerge() throws IOException, ClassNotFoundException {
        SortedMap<LanguageTag, LanguageSample> whole = samples();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(whole.get(TOKI));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            LanguageSample doubled = ((LanguageSample) in.readObject()).merge(whole.get(TOKI));
            assertThat(doubled.documents()).isEqualTo(60);
            assertThat(doubled.count("pona")).isEqualTo(2 * whole.get(TOKI).count("pona"));
            assertThat(doubled.frequency("pona")).isEqualTo(whole.get(TOKI).frequency("pona"));
        }
    }

    @Test
    void precisionListsHoldWordsOfOneLanguageAlone() {
        SampleReader reader = new SampleReader();
        LanguageTag croatian = LanguageTag.parse("hrv_Latn");
        LanguageTag serbian = LanguageTag.parse("srp_Latn");
        for (int i = 0; i < 10; i++) {
            reader.add("tko je tjedan vlak i u na ".repeat(5) + "riječ" + i, croatian);
            reader.add("ko je nedelja voz i u na ".repeat(5) + "reč" + i, serbian);
        }
        SortedMap<LanguageTag, List<String>> lists = PrecisionLists.derive(reader.samples());

        assertThat(lists.get(croatian)).containsExactly("tjedan", "tko", "vlak");
        assertThat(lists.get(serbian)).containsExactly("ko", "nedelja", "voz");
        assertThatThrownBy(() -> PrecisionLists.derive(reader.samples(), 0.3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zawgyiIsReadAsUnicode() {
        SampleReader reader = new SampleReader();
        LanguageTag burmese = LanguageTag.parse("mya_Mymr");
        reader.add("\u1031\u1019\u1002\u103A\u1031\u101E\u102C", burmese);

        assertThat(new BurmeseEncoding().unicode("ေမွ်ာ္လင့္")).startsWith("မျှော်လင့်");
        assertThat(new BurmeseEncoding().unicode("မျှော်လင့်")).isEqualTo("မျှော်လင့်");
    }

    /** The languages whose words may leak into others, and one without spaces; all of them would take a minute. */
    @Test
    void theProfilesThatShipAreWhatTheReferenceGives() throws IOException {
        Set<String> languages = Set.of("eng", "fra", "spa", "deu", "rus", "arb", "tha");
        SampleReader reader = new SampleReader();
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(SharedData.require("data/reference-text-dev.jsonl.gz")))) {
            new JsonlText(Optional.empty()).read("reference", in, (tag, text) -> {
                if (languages.contains(tag.language())) {
                    reader.add(text, tag);
                }
            });
        }
        Calibration calibration = new Calibration(CalibrationSettings.defaults(), reader.samples(), new TreeMap<>());

        for (DerivedProfile profile : calibration.derive()) {
            if (profile.tag().isDetermined()) {
                LanguageProfile shipped =
                        LanguageProfiles.shipped().find(profile.tag()).profile();
                assertThat(shipped.stopWords()).as(profile.tag().toString()).isEqualTo(profile.stopWords());
                assertThat(shipped.sample()).contains(profile.sample());
            }
        }
        assertThat(calibration.englishAnchor())
                .isEqualTo(EnglishAnchor.shipped().write());
    }
}
