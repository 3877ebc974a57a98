package org.babelmill.jobs.mixture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.pipeline.config.StrictYaml;

/**
 * What a mixture is asked for. Everything may be left out: then it is UniMax over characters with at most four epochs and
 * a budget of one epoch.
 *
 * @param unit of sizes and budget; characters
 * @param policy UniMax
 * @param alpha exponent of the temperature policy, 0 to 1; 0.7
 * @param budget amount in the unit; the size of all documents
 * @param maxEpochs most that one document is seen, its copies times epochs; 4, and 0 for no cap
 * @param seed of the draw for fractional copies; 0
 * @param weights of the fixed policy by language tag; languages without one get nothing
 * @param floors least share of each stage by language tag
 * @param tokensPerByte by language tag, for the unit tokens; {@code default} stands for all others
 * @param families CSV file with the columns {@code code} (ISO 639-3) and {@code family}, for groups of families
 * @param groups languages that share a part of each stage
 * @param stages of a curriculum, in order; one stage
 */
public record Recipe(
        Optional<Unit> unit,
        Optional<Policy> policy,
        Optional<Double> alpha,
        Optional<Double> budget,
        Optional<Double> maxEpochs,
        Optional<Long> seed,
        Optional<Map<String, Double>> weights,
        Optional<Map<String, Double>> floors,
        Optional<Map<String, Double>> tokensPerByte,
        Optional<String> families,
        Optional<List<Group>> groups,
        Optional<List<Stage>> stages) {

    private static final double DEFAULT_EPOCHS = 4;

    public Recipe {
        allow(alpha.isEmpty() || alpha.get() >= 0 && alpha.get() <= 1, "alpha: from 0 to 1");
        allow(budget.isEmpty() || budget.get() > 0 && budget.get() < 1e30, "budget: above 0");
        allow(
                maxEpochs.isEmpty() || maxEpochs.get() == 0 || maxEpochs.get() >= 1e-6 && maxEpochs.get() <= 1e6,
                "max-epochs: above 0, or 0 for no cap");
        allow(
                policy.isEmpty() || policy.get() != Policy.FIXED || weights.isPresent(),
                "policy fixed: needs weights by language tag");
        weights.ifPresent(map -> shares("weights", map, Double.MAX_VALUE));
        floors.ifPresent(map -> shares("floors", map, 1));
        stages.ifPresent(Recipe::checkFractions);
    }

    /** An empty recipe: everything as by default. */
    public static Recipe standard() {
        return read("standard", "{}");
    }

    /** Reads a recipe; every mistake is named. */
    public static Recipe read(String source, String yaml) {
        return StrictYaml.read(source, yaml, Recipe.class);
    }

    private static void checkFractions(List<Stage> stages) {
        double sum = stages.stream().mapToDouble(Stage::fraction).sum();
        allow(Math.abs(sum - 1) < 1e-9, "stages: fractions that add up to 1, not " + sum);
    }

    private static void shares(String key, Map<String, Double> map, double most) {
        map.forEach((name, value) -> allow(
                value >= 0 && value <= most, key + "." + name + ": 0 or more" + (most == 1 ? " and at most 1" : "")));
        if (most == 1) {
            allow(
                    map.values().stream().mapToDouble(Double::doubleValue).sum() <= 1 + 1e-9,
                    key + ": at most 1 together");
        }
    }

    private static void allow(boolean condition, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(allowed);
        }
    }

    /**
     * Languages that share a part of each stage. A language is in the first group that names it.
     *
     * @param name of the group
     * @param share of each stage that does not say otherwise, 0 to 1
     * @param languages ISO 639-3 codes or tags; {@code not eng} names all others
     * @param scripts ISO 15924 codes
     * @param families names of language families, as the recipe's {@code families} file has them
     */
    public record Group(
            String name,
            double share,
            Optional<List<String>> languages,
            Optional<List<String>> scripts,
            Optional<List<String>> families) {

        public Group {
            allow(share >= 0 && share <= 1, "share from 0 to 1");
            allow(
                    languages.isPresent() || scripts.isPresent() || families.isPresent(),
                    "languages, scripts or families of the group");
        }
    }

    /**
     * A stage of a curriculum.
     *
     * @param name in files for trainers
     * @param fraction of the budget, above 0
     * @param policy instead of the recipe's
     * @param alpha instead of the recipe's
     * @param weights instead of the recipe's
     * @param shares of groups in this stage, by name, instead of the groups' own
     */
    public record Stage(
            String name,
            double fraction,
            Optional<Policy> policy,
            Optional<Double> alpha,
            Optional<Map<String, Double>> weights,
            Optional<Map<String, Double>> shares) {

        public Stage {
            allow(fraction > 0 && fraction <= 1, "fraction above 0 and at most 1");
            shares.ifPresent(map -> Recipe.shares("shares", map, 1));
        }
    }

    /** The unit, or characters. */
    public Unit unitOrDefault() {
        return unit.orElse(Unit.CHARS);
    }

    /** The cap, or four; 0 for none. */
    public double epochsOrDefault() {
        return maxEpochs.orElse(DEFAULT_EPOCHS);
    }

    /** The groups, or none. */
    public List<Group> groupsOrNone() {
        return groups.orElse(List.of());
    }

    /** The stages, or one that takes everything. */
    public List<Stage> stagesOrOne() {
        return stages.orElse(
                List.of(new Stage("train", 1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }
}
