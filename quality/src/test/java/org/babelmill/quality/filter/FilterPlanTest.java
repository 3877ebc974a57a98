package org.babelmill.quality.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.TextSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterPlanTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    private static final String PLAN = """
            name: mine
            description: Two rules.
            rules:
              - name: short
                description: Drops short pages.
                metric: words
                drop: below
                threshold: 50
              - name: repeats
                description: Drops repetition.
                metric: top_2_gram
                drop: above
                profile: {key: top_2_gram, times: 2}
              - name: thai-lines
                description: Only for Thai.
                metric: line_punct_frac
                drop: at-most
                threshold: 0.1
                only: {scripts: [Thai]}
              - name: long-words
                description: Where the language has a bound.
                metric: mean_word_length
                drop: above
                profile: {key: max_avg_word_length, zero-is-off: true}
            """;

    private static LanguageProfile profile(Map<ProfileKey, Double> figures) {
        return new LanguageProfile("deu_Latn", "test", figures, List.of(), Optional.empty());
    }

    private static final LanguageProfile PROFILE =
            profile(Map.of(ProfileKey.TOP_2_GRAM, 0.1, ProfileKey.MAX_AVG_WORD_LENGTH, 0.0));

    private static TextSignals signals(Map<Signal, Double> values) {
        return TextSignals.of(signal -> values.getOrDefault(signal, Double.NaN));
    }

    @Test
    void allFailingRulesAreGivenWithValueAndThreshold() {
        List<Reason> reasons = FilterPlan.read("mine.yaml", PLAN)
                .failures(signals(Map.of(Signal.WORDS, 7.0, Signal.TOP_2_GRAM, 0.25)), GERMAN, PROFILE);

        assertThat(reasons)
                .extracting(Reason::toString)
                .containsExactly("quality: short 7.0 < 50.0", "quality: repeats 0.25 > 0.2");
    }

    @Test
    void aValueAtTheThresholdAndAMissingOnePass() {
        FilterPlan plan = FilterPlan.read("mine.yaml", PLAN);

        assertThat(plan.failures(signals(Map.of(Signal.WORDS, 50.0, Signal.TOP_2_GRAM, 0.2)), GERMAN, PROFILE))
                .isEmpty();
        BoundPlan bound = plan.bind(GERMAN, PROFILE, "");
        assertThat(bound.keeps(TextSignals.none())).isTrue();
        assertThat(bound.unmeasured(TextSignals.none())).containsExactly("short", "repeats");
    }

    @Test
    void aRuleIsForItsScopeAlone() {
        FilterPlan plan = FilterPlan.read("mine.yaml", PLAN);
        TextSignals unmarked = signals(Map.of(Signal.LINE_PUNCT_FRAC, 0.0));

        assertThat(plan.failures(unmarked, LanguageTag.parse("tha_Thai"), PROFILE))
                .hasSize(1);
        assertThat(plan.failures(unmarked, GERMAN, PROFILE)).isEmpty();
    }

    @Test
    void sourcesAndLanguagesAreScopesToo() {
        RuleScope scope = new RuleScope(
                new TreeSet<>(List.of("deu", "fra_Latn")),
                new TreeSet<>(List.of("deu_Latf")),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(List.of("a")));

        assertThat(scope.contains(GERMAN, "a")).isTrue();
        assertThat(scope.contains(GERMAN, "b")).isFalse();
        assertThat(scope.contains(LanguageTag.parse("deu_Latf"), "a")).isFalse();
        assertThat(scope.contains(LanguageTag.parse("fra_Cyrl"), "a")).isFalse();
    }

    @Test
    void zeroSwitchesARuleOffWhereThePlanSaysSo() {
        TextSignals longWords = signals(Map.of(Signal.MEAN_WORD_LENGTH, 30.0));
        FilterPlan plan = FilterPlan.read("mine.yaml", PLAN);

        assertThat(plan.failures(longWords, GERMAN, PROFILE)).isEmpty();
        assertThat(plan.failures(
                        longWords,
                        GERMAN,
                        profile(Map.of(ProfileKey.TOP_2_GRAM, 0.1, ProfileKey.MAX_AVG_WORD_LENGTH, 10.0))))
                .hasSize(1);
    }

    @Test
    void aProfileThatLacksAFigureIsAnErrorNotZero() {
        assertThatThrownBy(() -> FilterPlan.read("mine.yaml", PLAN).bind(GERMAN, profile(Map.of()), ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        top_2_gram = nothing (test): a number; rule repeats needs it
                        max_avg_word_length = nothing (test): a number; rule long-words needs it""".stripIndent());
    }

    @Test
    void everyMistakeInAPlanIsNamed() {
        String wrong = """
                name: wrong
                description: Wrong.
                rules:
                  - {name: Upper Case, description: d, metric: wordz, drop: below, threshold: 1}
                  - {name: a, description: d, metric: words, drop: not-in, threshold: 1}
                  - {name: a, description: d, metric: words, drop: below}
                  - {name: b, description: d, metric: words, drop: below, threshold: 1, profile: {key: top_2_gram}}
                  - {name: c, description: d, metric: words, drop: below, profile: {key: top_9_gram}}
                """;

        assertThatThrownBy(() -> FilterPlan.read("wrong.yaml", wrong)).hasMessage("""
                        rules[0].name = Upper Case (wrong.yaml): a name in kebab case
                        rules[0].metric = wordz (wrong.yaml): no such signal; did you mean words?
                        rules[1].drop = not-in (wrong.yaml): one of below, at-most, above, at-least, equals, not-equals
                        rules[2].name = a (wrong.yaml): a name that no other rule has
                        rules[2] = neither (wrong.yaml): either a threshold or a profile key
                        rules[3] = threshold 1.0 and profile (wrong.yaml): either a threshold or a profile key
                        rules[4].profile.key = top_9_gram (wrong.yaml): no such figure; did you mean top_2_gram or top_3_gram or top_4_gram?""".stripIndent());
    }

    @Test
    void unknownKeysAndWrongTypesAreNamed() {
        assertThatThrownBy(() -> FilterPlan.read("p.yaml", PLAN.replace("threshold: 50", "treshold: 50")))
                .hasMessageContaining("rules[0].treshold = 50 (p.yaml): no such key; did you mean threshold?");
        assertThatThrownBy(() -> FilterPlan.read("p.yaml", PLAN.replace("threshold: 50", "threshold: fifty")))
                .hasMessageContaining("rules[0].threshold = \"fifty\" (p.yaml): a number");
        assertThatThrownBy(() -> FilterPlan.shipped("fineweb3"))
                .hasMessageContaining("quality.profile = fineweb3 (filter plans): did you mean fineweb2?");
    }

    @Test
    void aThresholdCanBeTriedWithoutTouchingThePlan() {
        FilterPlan plan = FilterPlan.read("mine.yaml", PLAN);
        TextSignals few = signals(Map.of(Signal.WORDS, 30.0));

        assertThat(plan.withThreshold("short", 20).failures(few, GERMAN, PROFILE))
                .isEmpty();
        assertThat(plan.without("short").failures(few, GERMAN, PROFILE)).isEmpty();
        assertThat(plan.failures(few, GERMAN, PROFILE)).hasSize(1);
        assertThatThrownBy(() -> plan.without("shorts"))
                .hasMessageContaining("quality.without = shorts (plan mine): no such rule; did you mean short?");
        assertThatThrownBy(() -> plan.withThreshold("shorts", 20))
                .hasMessageContaining("quality.rules.shorts = 20.0 (plan mine): no such rule; did you mean short?");
    }

    static List<String> shipped() {
        return FilterPlan.shippedNames();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void plansThatShipBindForEveryLanguageThatShips(String name) {
        FilterPlan plan = FilterPlan.shipped(name);
        LanguageProfiles profiles = LanguageProfiles.shipped();

        assertThat(plan.name()).isEqualTo(name);
        assertThat(plan.rules())
                .allSatisfy(rule ->
                        assertThat(rule.description()).startsWith("Drops ").endsWith("."));
        for (LanguageTag tag : profiles.tags()) {
            assertThat(plan.bind(tag, profiles.find(tag).profile(), "").rules()).isNotEmpty();
        }
    }

    private static FilterPlan oneRule(String more) {
        return FilterPlan.read("mine.yaml", """
                name: mine
                description: One rule.
                rules:
                  - name: lines
                    description: Drops lists.
                    metric: line_punct_frac
                    drop: below
                    threshold: 0.1
                """ + more.indent(4));
    }

    @Test
    void aRuleIsForTheCrawlsItNames() {
        FilterPlan plan = oneRule("only: {sources: [forum-2024]}");
        TextSignals list = signals(Map.of(Signal.LINE_PUNCT_FRAC, 0.0));

        assertThat(plan.bind(GERMAN, PROFILE, "forum-2024").failures(list)).hasSize(1);
        assertThat(plan.bind(GERMAN, PROFILE, "news-2024").failures(list)).isEmpty();
        assertThat(plan.bind(GERMAN, PROFILE, RuleScope.ANY_SOURCE).rules()).hasSize(1);
    }

    @Test
    void aDocumentThatIsExcusedPasses() {
        FilterPlan plan = oneRule("unless: {metric: mean_line_words, is: at-least, value: 20}");
        BoundPlan bound = plan.bind(GERMAN, PROFILE, "");

        assertThat(bound.failures(signals(Map.of(Signal.LINE_PUNCT_FRAC, 0.0, Signal.MEAN_LINE_WORDS, 19.0))))
                .hasSize(1);
        assertThat(bound.failures(signals(Map.of(Signal.LINE_PUNCT_FRAC, 0.0, Signal.MEAN_LINE_WORDS, 20.0))))
                .isEmpty();
        assertThat(bound.failures(signals(Map.of(Signal.LINE_PUNCT_FRAC, 0.0))))
                .as("a document without the signal is not excused")
                .hasSize(1);
        assertThat(plan.signals()).containsExactlyInAnyOrder(Signal.LINE_PUNCT_FRAC, Signal.MEAN_LINE_WORDS);
    }

    @Test
    void anExcuseThatCannotBeIsRefused() {
        assertThatThrownBy(() -> oneRule("unless: {metric: mean_line_wrods, is: matches, value: 20}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rules[0].unless.metric")
                .hasMessageContaining("did you mean mean_line_words")
                .hasMessageContaining("rules[0].unless.is");
    }
}
