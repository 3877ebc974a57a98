package org.babelmill.langid.lingua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.babelmill.langid.lingua.LinguaModelTest.Agreement.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compiled tables against Lingua itself, with a few of its languages, since all of them take minutes and gigabytes. */
class LinguaModelTest {

    private static final List<Language> LANGUAGES = List.of(
            Language.ARABIC,
            Language.CHINESE,
            Language.CZECH,
            Language.DUTCH,
            Language.ENGLISH,
            Language.GERMAN,
            Language.GREEK,
            Language.HINDI,
            Language.JAPANESE,
            Language.MARATHI,
            Language.PERSIAN,
            Language.RUSSIAN,
            Language.SLOVAK,
            Language.TURKISH,
            Language.UKRAINIAN);

    private static final List<String> SENTENCES = List.of(
            "Der Zug nach München fährt heute leider erst eine Stunde später ab; wir bitten um Verständnis.",
            "The train to Manchester leaves an hour later today, and we are sorry for that.",
            "De trein naar Groningen vertrekt vandaag een uur later dan gepland.",
            "Vlak do Olomouce dnes odjede o hodinu později, omlouváme se cestujícím.",
            "Vlak do Žiliny dnes odíde o hodinu neskôr, ospravedlňujeme sa cestujúcim.",
            "Поезд в Казань сегодня отправится на час позже, приносим извинения.",
            "Потяг до Львова сьогодні відправиться на годину пізніше, перепрошуємо.",
            "مسافران گرامی، قطار مشهد امروز یک ساعت دیرتر حرکت می‌کند.",
            "يغادر القطار إلى الإسكندرية اليوم متأخرا ساعة واحدة.",
            "去北京的火车今天晚点一个小时，我们很抱歉。",
            "京都行きの電車は今日一時間遅れて出発します。",
            "दिल्ली जाने वाली ट्रेन आज एक घंटा देर से चलेगी।",
            "मुंबईला जाणारी गाडी आज एक तास उशिरा सुटेल।",
            "Το τρένο για τη Θεσσαλονίκη φεύγει σήμερα μία ώρα αργότερα.",
            "İSTANBUL'A GİDEN TREN BUGÜN BİR SAAT GEÇ KALKIYOR, özür dileriz.");

    private static LinguaModel model;
    private static LanguageDetector lingua;

    @BeforeAll
    static void load() throws IOException {
        model = LinguaModel.load(LANGUAGES);
        lingua = LanguageDetectorBuilder.fromLanguages(LANGUAGES.toArray(Language[]::new))
                .build();
    }

    @Test
    void decidesAsLinguaDoesOnWordsPiecesAndMixtures() {
        Agreement agreement = of(model, mixtures());
        assertThat(agreement.texts()).isEqualTo(2000);
        assertThat(agreement.share()).isGreaterThanOrEqualTo(0.994);
    }

    @Test
    void decidesAsLinguaDoesOnTheDevelopmentTexts() throws IOException {
        List<String> texts = texts("data/langid-dev.jsonl.gz", 40);
        texts.addAll(texts("data/lingua-testdata.jsonl.gz", 100));
        Agreement agreement = of(model, texts);
        assertThat(agreement.texts()).isGreaterThan(1000);
        assertThat(agreement.share()).isGreaterThanOrEqualTo(0.994);
    }

    @Test
    void lowerCasesWithoutRegardToTheLocale() {
        Locale before = Locale.getDefault();
        char[] text = SENTENCES.get(14).toCharArray();
        int expected = new LinguaScorer(model).decide(text, 0, text.length);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new LinguaScorer(model).decide(text, 0, text.length)).isEqualTo(expected);
            assertThat(LANGUAGES.get(expected)).isEqualTo(Language.TURKISH);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givesALowProbabilityToLanguagesItDoesNotHave() {
        Engine.Reader reader = new LinguaEngine(model).newReader();
        double own = probability(reader, SENTENCES.get(0));
        double stranger =
                probability(reader, "Tokið til Havnar fer ein tíma seinni í dag, vit biðja um umbering fyri tað.");
        assertThat(own).isGreaterThan(0.8);
        assertThat(stranger).isLessThan(0.5);
    }

    @Test
    void candidatesBeginWithTheChoiceAndFall() {
        Engine.Reader reader = new LinguaEngine(model).newReader();
        probability(reader, SENTENCES.get(4).substring(0, 16));
        List<Candidate> candidates = reader.candidates(0);
        assertThat(candidates.get(0).tag()).hasToString("slk_Latn");
        assertThat(candidates.get(1).tag()).hasToString("ces_Latn");
        assertThat(candidates.get(1).probability()).isLessThan(candidates.get(0).probability());
        assertThat(candidates.stream().mapToDouble(Candidate::probability).sum())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void anAnswerInAnotherScriptThanTheTextsIsNone() {
        char[] text = "ภาษา and".toCharArray();
        Engine.Reader reader = new LinguaEngine(model).newReader();
        int thai = ScriptGroups.of(Character.codePointAt(text, 0));
        assertThat(reader.read(text, 0, text.length, thai, 1000)).isEqualTo(-1);
        assertThat(reader.candidates(0)).isEmpty();
    }

    @Test
    void needsTheLanguagesThatRulesNameThemselves() {
        assertThatThrownBy(() -> LinguaModel.load(List.of(Language.ENGLISH)))
                .hasMessage("languages must include Chinese and Japanese, are [ENGLISH]");
    }

    private static double probability(Engine.Reader reader, String text) {
        reader.read(text.toCharArray(), 0, text.length(), ScriptGroups.of(text.charAt(0)), 1000);
        return reader.probability();
    }

    /**
     * Pieces of the sentences, sometimes of two of them, with what the web adds. Not of three: with three alphabets Lingua
     * itself decides by the order of a hash table of objects, another one each time.
     */
    private static List<String> mixtures() {
        Random random = new Random(75);
        List<String> texts = new ArrayList<>();
        while (texts.size() < 2000) {
            StringBuilder text = new StringBuilder();
            int parts = 1 + random.nextInt(2);
            for (int part = 0; part < parts; part++) {
                String[] words = SENTENCES.get(random.nextInt(SENTENCES.size())).split(" ");
                int from = random.nextInt(words.length);
                int to = from + 1 + random.nextInt(words.length - from);
                text.append(String.join(
                        random.nextInt(9) == 0 ? "\t\n " : " ", List.of(words).subList(from, to)));
                text.append(List.of(" ", "  ", " 42 ", " — ", "_", "\u00a0", " 😀 ", "")
                        .get(random.nextInt(8)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /** The first texts of each of the languages. */
    private static List<String> texts(String file, int each) throws IOException {
        Path path = SharedData.require(file);
        JsonMapper json = JsonMapper.builder().build();
        List<String> known = new ArrayList<>();
        LANGUAGES.forEach(language -> {
            known.add(language.getIsoCode639_1().toString());
            known.add(language.getIsoCode639_3().toString());
        });
        int[] counts = new int[known.size()];
        List<String> texts = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode item = json.readTree(line);
                int language = known.indexOf(item.get("lang").asText());
                if (language >= 0 && counts[language]++ < each) {
                    texts.add(item.get("text").asText());
                }
            }
        }
        return texts;
    }

    /** How often both decided the same. */
    record Agreement(int texts, int same) {

        static Agreement of(LinguaModel model, List<String> texts) {
            LinguaScorer scorer = new LinguaScorer(model);
            int same = 0;
            for (String text : texts) {
                int number = scorer.decide(text.toCharArray(), 0, text.length());
                Language decided = number < 0 ? Language.UNKNOWN : LANGUAGES.get(number);
                same += decided == lingua.detectLanguageOf(text) ? 1 : 0;
            }
            return new Agreement(texts.size(), same);
        }

        double share() {
            return (double) same / texts;
        }
    }
}
