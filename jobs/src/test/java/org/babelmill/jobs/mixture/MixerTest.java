package org.babelmill.jobs.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.babelmill.jobs.UserError;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;

class MixerTest {

    private static final List<Supply> NORDIC = List.of(
            Supply.of("swe_Latn", 179955884499.0),
            Supply.of("fas_Arab", 184595788282.0),
            Supply.of("ekk_Latn", 42541080893.0),
            Supply.of("isl_Latn", 10027573389.0),
            Supply.of("fao_Latn", 549707867.0));

    private static Map<String, MixturePlan.Part> mix(List<Supply> supplies, String recipe) {
        return parts(new Mixer(Recipe.read("recipe", recipe), supplies, Map.of())
                .plan()
                .stages()
                .get(0));
    }

    private static Map<String, MixturePlan.Part> parts(MixturePlan.Stage stage) {
        return stage.parts().stream().collect(Collectors.toMap(MixturePlan.Part::name, Function.identity()));
    }

    @Test
    void unimaxMeetsThePublishedGoldenVector() {
        Map<String, MixturePlan.Part> plan = mix(NORDIC, "{budget: 2.5e11, max-epochs: 4}");
        assertThat(plan.get("fao_Latn").epochs()).isCloseTo(4, within(1e-12));
        assertThat(plan.get("isl_Latn").epochs()).isCloseTo(4, within(1e-12));
        assertThat(plan.get("ekk_Latn").epochs()).isCloseTo(1.627375003300828, within(1e-12));
        assertThat(plan.get("swe_Latn").epochs()).isCloseTo(0.3847070177860806, within(1e-12));
        assertThat(plan.get("fas_Arab").epochs()).isCloseTo(0.37503722215431134, within(1e-12));
        assertThat(plan.get("fao_Latn").share()).isCloseTo(.008795325872, within(1e-12));
        assertThat(plan.get("isl_Latn").share()).isCloseTo(.160441174224, within(1e-12));
        assertThat(plan.get("swe_Latn").share()).isCloseTo(.276921166635, within(1e-12));
    }

    @Test
    void aBudgetAboveTheSupplyGivesEveryLanguageTheCap() {
        MixturePlan plan = new Mixer(Recipe.read("recipe", "{budget: 1e13}"), NORDIC, Map.of()).plan();
        assertThat(plan.stages().get(0).parts())
                .allSatisfy(p -> assertThat(p.epochs()).isCloseTo(4, within(1e-12)));
        assertThat(plan.allocated()).isLessThan(plan.budget());
    }

    @Test
    void proportionalSeesEveryLanguageEquallyOften() {
        assertThat(mix(NORDIC, "{policy: proportional, budget: 1e11}").values())
                .allSatisfy(p -> assertThat(p.epochs()).isCloseTo(1e11 / 417670034930.0, within(1e-12)));
    }

    @Test
    void fixedWeightsAreSharesUntilTheCap() {
        Map<String, MixturePlan.Part> plan =
                mix(NORDIC, "{policy: fixed, budget: 1e10, weights: {swe_Latn: 3, fas_Arab: 1}}");
        assertThat(plan.get("swe_Latn").share()).isCloseTo(0.75, within(1e-12));
        assertThat(plan.get("isl_Latn").amount()).isZero();
    }

    @Test
    void aFloorLiftsALanguageAndLowersTheOthersInProportion() {
        Map<String, MixturePlan.Part> plan =
                mix(NORDIC, "{policy: proportional, budget: 1e10, floors: {isl_Latn: 0.5}}");
        assertThat(plan.get("isl_Latn").share()).isCloseTo(0.5, within(1e-12));
        assertThat(plan.get("swe_Latn").epochs()).isCloseTo(plan.get("fas_Arab").epochs(), within(1e-12));
    }

    @Test
    void aFloorEndsWhereTheCapIs() {
        Map<String, MixturePlan.Part> plan =
                mix(NORDIC, "{policy: proportional, budget: 1e11, floors: {fao_Latn: 0.5}}");
        assertThat(plan.get("fao_Latn").epochs()).isCloseTo(4, within(1e-12));
    }

    @Test
    void groupsShareByScript() {
        Map<String, MixturePlan.Part> plan =
                mix(NORDIC, "{budget: 1e10, groups: [{name: arabic, share: 0.4, scripts: [Arab]}]}");
        assertThat(plan.get("fas_Arab").share()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void groupsShareByFamily() {
        Recipe recipe = Recipe.read(
                "recipe", "{budget: 1e9, groups: [{name: uralic, share: 0.25, families: [Uralic]}], families: f.csv}");
        MixturePlan plan = new Mixer(recipe, NORDIC, Map.of("ekk", "Uralic", "swe", "Germanic")).plan();
        assertThat(parts(plan.stages().get(0)).get("ekk_Latn").share()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aCurriculumRaisesTheShareOfAGroupFromStageToStage() {
        List<Supply> supplies =
                List.of(Supply.of("eng_Latn", 1e12), Supply.of("deu_Latn", 3e11), Supply.of("swh_Latn", 1e9));
        Recipe recipe = Recipe.read("recipe", """
                budget: 1.0e11
                groups: [{name: others, share: 0.3, languages: [not eng]}]
                stages:
                - {name: first, fraction: 0.8}
                - {name: last, fraction: 0.2, shares: {others: 0.6}}
                """);
        MixturePlan plan = new Mixer(recipe, supplies, Map.of()).plan();
        assertThat(parts(plan.stages().get(0)).get("eng_Latn").share()).isCloseTo(0.7, within(1e-12));
        assertThat(parts(plan.stages().get(1)).get("eng_Latn").share()).isCloseTo(0.4, within(1e-12));
        double swahili = plan.stages().stream()
                .mapToDouble(s -> parts(s).get("swh_Latn").epochs())
                .sum();
        assertThat(swahili).as("epochs of all stages together").isLessThanOrEqualTo(4 + 1e-12);
    }

    @Test
    void theCapHoldsForCopiesTimesEpochs() {
        Supply supply = new Supply("deu_Latn", Map.of(1, 100.0, 30, 10.0));
        assertThat(supply.seen(4, 4)).isEqualTo(440);
        double level = supply.epochs(200, 4);
        assertThat(supply.seen(level, 4)).isCloseTo(200, within(1e-9));
        assertThat(Math.min(30 * level, 4)).isEqualTo(4);
    }

    @Property
    void levelsAreTheInverseOfWhatIsSeen(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 1, max = 1e9) Double> sizes,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        Map<Integer, Double> byRepeats = new java.util.TreeMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            byRepeats.put(1 + i * i, sizes.get(i));
        }
        Supply supply = new Supply("deu_Latn", byRepeats);
        double amount = part * 4 * supply.unique();
        assertThat(supply.seen(supply.epochs(amount, 4), 4)).isCloseTo(amount, within(1e-9 * (1 + amount)));
    }

    @Property
    void nobodyExceedsTheCapAndTheBudgetIsSpentWhereItCanBe(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 1, max = 1e12) Double> sizes,
            @ForAll Policy policy,
            @ForAll @DoubleRange(min = 1, max = 1e13) double budget) {
        if (policy == Policy.FIXED) {
            return;
        }
        List<Supply> supplies = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            supplies.add(Supply.of("aa" + (char) ('a' + i) + "_Latn", sizes.get(i)));
        }
        String yaml = "{budget: " + budget + ", policy: " + policy.name().toLowerCase(java.util.Locale.ROOT) + "}";
        MixturePlan plan = new Mixer(Recipe.read("recipe", yaml), supplies, Map.of()).plan();
        double most = supplies.stream().mapToDouble(Supply::unique).sum() * 4;
        assertThat(plan.stages().get(0).parts())
                .allSatisfy(p -> assertThat(p.epochs()).isLessThanOrEqualTo(4 + 1e-9));
        assertThat(plan.allocated()).isCloseTo(Math.min(budget, most), within(1e-9 * budget));
    }

    @Test
    void mistakesInARecipeAreNamed() {
        assertThatThrownBy(() -> mix(NORDIC, "{polcy: unimax}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("polcy")
                .hasMessageContaining("policy");
        assertThatThrownBy(() -> mix(NORDIC, "{floors: {deu_Latn: 0.1}}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("floors.deu_Latn");
        assertThatThrownBy(() -> mix(NORDIC, "{policy: fixed}")).hasMessageContaining("weights");
    }

    /** The table of the reference for FineWeb2's published sizes and a budget of four trillion bytes. */
    @Test
    void theTableForFineWeb2SizesIsReproduced() throws IOException {
        List<Supply> supplies = fineWeb2();
        assertThat(supplies).hasSize(1913);
        Map<String, MixturePlan.Part> proportional =
                mix(supplies, "{unit: bytes, policy: proportional, budget: 4e12, max-epochs: 0}");
        Map<String, MixturePlan.Part> warm =
                mix(supplies, "{unit: bytes, policy: temperature, alpha: 0.7, budget: 4e12, max-epochs: 0}");
        Map<String, MixturePlan.Part> hot =
                mix(supplies, "{unit: bytes, policy: temperature, alpha: 0.3, budget: 4e12, max-epochs: 0}");
        Map<String, MixturePlan.Part> unimax = mix(supplies, "{unit: bytes, budget: 4e12}");
        assertThat(percent(unimax, "rus_Cyrl")).isCloseTo(1.37, within(.005));
        assertThat(percent(unimax, "deu_Latn")).isCloseTo(1.37, within(.005));
        assertThat(percent(unimax, "swh_Latn")).isCloseTo(.33, within(.03));
        assertThat(percent(unimax, "kmr_Latn")).isCloseTo(.125, within(.0005));
        assertThat(percent(unimax, "rmy_Latn")).isCloseTo(.0057, within(.0005));
        assertThat(beyondFour(unimax)).isZero();
        assertThat(beyondFour(warm)).isEqualTo(1650);
        assertThat(beyondFour(hot)).isEqualTo(1823);
        assertThat(beyondFour(proportional)).isZero();
        assertThat(spentBeyondFour(warm)).isCloseTo(.0025, within(.00005));
        assertThat(spentBeyondFour(hot)).isCloseTo(.44, within(.005));
        assertThat(mostEpochs(proportional)).isCloseTo(.17, within(.005));
        assertThat(mostEpochs(warm)).isCloseTo(103, within(.5));
        assertThat(mostEpochs(hot)).isCloseTo(172115, within(.5));
        assertThat(percent(warm, "rus_Cyrl")).isCloseTo(15.1, within(.05));
        assertThat(percent(warm, "deu_Latn")).isCloseTo(5.9, within(.05));
        assertThat(percent(hot, "rus_Cyrl")).isCloseTo(2.2, within(.05));
        assertThat(hot.get("rmy_Latn").epochs()).isCloseTo(48, within(.5));
        assertThat(hot.get("kmr_Latn").epochs()).isCloseTo(5.5, within(.05));
        assertThat(hot.get("swh_Latn").epochs()).isCloseTo(2.8, within(.2));
    }

    private static double percent(Map<String, MixturePlan.Part> plan, String name) {
        return 100 * plan.get(name).share();
    }

    private static long beyondFour(Map<String, MixturePlan.Part> plan) {
        return plan.values().stream().filter(p -> p.epochs() > 4 + 1e-9).count();
    }

    private static double spentBeyondFour(Map<String, MixturePlan.Part> plan) {
        return plan.values().stream()
                        .mapToDouble(p -> Math.max(0, p.epochs() - 4) * p.supply())
                        .sum()
                / 4e12;
    }

    private static double mostEpochs(Map<String, MixturePlan.Part> plan) {
        return plan.values().stream()
                .mapToDouble(MixturePlan.Part::epochs)
                .max()
                .orElseThrow();
    }

    private static List<Supply> fineWeb2() throws IOException {
        List<Supply> supplies = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.require("data/fineweb2/language-distribution.csv.gz"))),
                StandardCharsets.UTF_8))) {
            supplies.addAll(SizeTable.read("sizes", lines.lines().toList(), Unit.BYTES));
        }
        return supplies;
    }
}
