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
import java.util.Locale;
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
        String yaml = "{budget: " + budget + ", policy: " + policy.name().toLowerCase(Locale.ROOT) + "}";
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

    /**
     * The table of the reference (section 1.6) for FineWeb2's published sizes and a budget of four trillion bytes: shares
     * of five languages in percent, how many languages are seen more than four times, the part of the budget that is
     * spent there in percent, and the most epochs of a language. The reference rounds to two or three digits.
     */
    @Test
    void theTableForFineWeb2SizesIsReproduced() throws IOException {
        List<Supply> supplies = fineWeb2();
        assertThat(supplies).hasSize(1913);
        Map<String, MixturePlan.Part> hot = mix(supplies, BYTES + "policy: temperature, alpha: 0.3, max-epochs: 0}");
        String table = "              rus_Cyrl deu_Latn swh_Latn kmr_Latn rmy_Latn  beyond   spent    epochs\n"
                + row("proportional", mix(supplies, BYTES + "policy: proportional, max-epochs: 0}"))
                + row("alpha 0.7", mix(supplies, BYTES + "policy: temperature, alpha: 0.7, max-epochs: 0}"))
                + row("alpha 0.3", hot)
                + row("unimax 4", mix(supplies, BYTES + "max-epochs: 4}"));
        System.out.print(table);
        assertThat(table).isEqualTo("""
                              rus_Cyrl deu_Latn swh_Latn kmr_Latn rmy_Latn  beyond   spent    epochs
                proportional   27.9483   7.2262   0.0145   0.0055   0.0002       0    0.00      0.17
                alpha 0.7      15.0824   5.8514   0.0755   0.0382   0.0044    1650    0.25    103.15
                alpha 0.3       2.2318   1.4874   0.2306   0.1722   0.0682    1823   44.23 172114.72
                unimax 4        1.3721   1.3721   0.3312   0.1251   0.0057       0    0.00      4.00
                """);
        assertThat(hot.get("swh_Latn").epochs()).isCloseTo(2.8, within(.05));
        assertThat(hot.get("kmr_Latn").epochs()).isCloseTo(5.5, within(.05));
        assertThat(hot.get("rmy_Latn").epochs()).isCloseTo(48, within(.5));
    }

    private static final String BYTES = "{unit: bytes, budget: 4e12, ";

    private static String row(String name, Map<String, MixturePlan.Part> plan) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-13s", name));
        for (String language : List.of("rus_Cyrl", "deu_Latn", "swh_Latn", "kmr_Latn", "rmy_Latn")) {
            row.append(
                    String.format(Locale.ROOT, "%9.4f", 100 * plan.get(language).share()));
        }
        return row.append(String.format(
                        Locale.ROOT,
                        "%8d%8.2f%10.2f\n",
                        beyondFour(plan),
                        100 * spentBeyondFour(plan),
                        mostEpochs(plan)))
                .toString();
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
