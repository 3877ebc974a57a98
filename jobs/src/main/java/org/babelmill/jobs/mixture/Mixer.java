package org.babelmill.jobs.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.jobs.UserError;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Plans a mixture: each stage's budget is divided among the groups, each group's among its languages, both by
 * {@link WaterFilling}. What earlier stages used counts against the cap on epochs. Not thread-safe.
 */
public final class Mixer {

    private static final int MOST_NAMED = 20;

    private final Recipe recipe;
    private final List<Supply> supplies;
    private final List<Grouping.Members> groups;
    private final double[] used;
    private final double cap;

    /**
     * A mixer.
     *
     * @param supplies every language once
     * @param families family by ISO 639-3 code; may be empty
     */
    public Mixer(Recipe recipe, List<Supply> supplies, Map<String, String> families) {
        this.recipe = recipe;
        this.supplies =
                supplies.stream().sorted(Comparator.comparing(Supply::name)).toList();
        this.groups = new Grouping(recipe.groupsOrNone(), families).members(this.supplies);
        this.used = new double[supplies.size()];
        this.cap = recipe.epochsOrDefault() == 0 ? Double.POSITIVE_INFINITY : recipe.epochsOrDefault();
        checkNames("weights", recipe.weights().orElse(Map.of()));
        checkNames("floors", recipe.floors().orElse(Map.of()));
        recipe.stagesOrOne().forEach(this::check);
    }

    private void check(Recipe.Stage stage) {
        checkNames("stages." + stage.name() + ".weights", stage.weights().orElse(Map.of()));
        for (String group : stage.shares().orElse(Map.of()).keySet()) {
            if (groups.stream().noneMatch(g -> g.name().equals(group))) {
                throw new UserError(
                        "recipe: stages." + stage.name() + ".shares." + group + ": no such group; there are "
                                + groups.stream().map(Grouping.Members::name).toList());
            }
        }
        if (stage.policy().filter(p -> p == Policy.FIXED).isPresent()
                && stage.weights().or(recipe::weights).isEmpty()) {
            throw new UserError("recipe: stages." + stage.name() + ".policy fixed: needs weights by language tag");
        }
    }

    private String meant(String name) {
        List<String> names = supplies.stream().map(Supply::name).toList();
        Optional<String> label = LanguageLabels.standard().find(name).map(LanguageTag::toString);
        if (label.filter(names::contains).isPresent()) {
            return "did you mean " + label.get() + "?";
        }
        int others = names.size() - MOST_NAMED;
        return "there are " + String.join(", ", names.stream().limit(MOST_NAMED).toList())
                + (others > 0 ? " and " + others + " others" : "");
    }

    private void checkNames(String key, Map<String, Double> byName) {
        for (String name : byName.keySet()) {
            if (supplies.stream().noneMatch(s -> s.name().equals(name))) {
                throw new UserError(
                        "recipe: " + key + "." + name + ": no such language among the shards; " + meant(name));
            }
        }
    }

    /** The plan. */
    public MixturePlan plan() {
        double budget = recipe.budget()
                .orElse(supplies.stream().mapToDouble(Supply::unique).sum());
        List<MixturePlan.Stage> stages = new ArrayList<>();
        for (Recipe.Stage stage : recipe.stagesOrOne()) {
            stages.add(stage(stage, budget * stage.fraction()));
        }
        return new MixturePlan(
                recipe.unitOrDefault().label(),
                budget,
                recipe.epochsOrDefault(),
                recipe.seed().orElse(0L),
                stages);
    }

    private MixturePlan.Stage stage(Recipe.Stage stage, double budget) {
        double[] caps = new double[supplies.size()];
        Arrays.setAll(caps, i -> Math.max(0, cap * supplies.get(i).unique() - used[i]));
        double[] weights = weights(stage);
        double[] floors = new double[supplies.size()];
        Arrays.setAll(
                floors,
                i -> budget
                        * recipe.floors()
                                .orElse(Map.of())
                                .getOrDefault(supplies.get(i).name(), 0.0));
        double[] amounts = new double[supplies.size()];
        WaterFilling.Demand all = new WaterFilling.Demand(weights, caps, floors);
        double[] budgets = groupBudgets(stage, budget, all);
        for (int g = 0; g < groups.size(); g++) {
            divide(groups.get(g), budgets[g], all, amounts);
        }
        return new MixturePlan.Stage(stage.name(), budget, parts(amounts));
    }

    private double[] weights(Recipe.Stage stage) {
        Policy policy = stage.policy().or(recipe::policy).orElse(Policy.UNIMAX);
        double alpha = stage.alpha().or(recipe::alpha).orElse(0.7);
        Map<String, Double> fixed = stage.weights().or(recipe::weights).orElse(Map.of());
        return supplies.stream()
                .mapToDouble(s -> switch (policy) {
                    case PROPORTIONAL -> s.copied();
                    case TEMPERATURE -> Math.pow(s.copied(), alpha);
                    case UNIMAX -> s.unique() > 0 ? 1 : 0;
                    case FIXED -> fixed.getOrDefault(s.name(), 0.0);
                })
                .toArray();
    }

    private double[] groupBudgets(Recipe.Stage stage, double budget, WaterFilling.Demand all) {
        int count = groups.size();
        double[] shares = new double[count];
        double named = 0;
        for (int g = 0; g < count - 1; g++) {
            shares[g] = stage.shares()
                    .orElse(Map.of())
                    .getOrDefault(groups.get(g).name(), groups.get(g).share());
            named += shares[g];
        }
        if (named > 1 + 1e-9) {
            throw new UserError("recipe: stages." + stage.name() + ": the groups' shares add up to " + named
                    + ", which is above 1");
        }
        shares[count - 1] = Math.max(0, 1 - named);
        double[] caps = new double[count];
        double[] floors = new double[count];
        for (int g = 0; g < count; g++) {
            for (int i : groups.get(g).positions()) {
                caps[g] += all.weights()[i] > 0 || all.floors()[i] > 0 ? all.caps()[i] : 0;
                floors[g] += Math.min(all.floors()[i], all.caps()[i]);
            }
        }
        return WaterFilling.divide(budget, new WaterFilling.Demand(shares, caps, floors));
    }

    private static void divide(Grouping.Members group, double budget, WaterFilling.Demand all, double[] amounts) {
        int[] positions = group.positions().stream().mapToInt(Integer::intValue).toArray();
        double[] divided = WaterFilling.divide(
                budget,
                new WaterFilling.Demand(
                        pick(all.weights(), positions), pick(all.caps(), positions), pick(all.floors(), positions)));
        for (int k = 0; k < positions.length; k++) {
            amounts[positions[k]] = divided[k];
        }
    }

    private static double[] pick(double[] values, int[] positions) {
        return Arrays.stream(positions).mapToDouble(i -> values[i]).toArray();
    }

    private List<MixturePlan.Part> parts(double[] amounts) {
        double sum = Arrays.stream(amounts).sum();
        List<MixturePlan.Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            Supply supply = supplies.get(i);
            used[i] += amounts[i];
            parts.add(new MixturePlan.Part(
                    supply.name(),
                    supply.unique(),
                    amounts[i],
                    sum > 0 ? amounts[i] / sum : 0,
                    supply.unique() > 0 ? amounts[i] / supply.unique() : 0,
                    supply.epochs(used[i], cap)));
        }
        return parts;
    }
}
