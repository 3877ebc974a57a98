package org.babelmill.quality.filter;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.config.Suggestions;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.signal.Signal;
import org.babelmill.quality.signal.TextSignals;

/**
 * The rules that decide which documents stay, in the order in which their reasons are given. Immutable.
 *
 * @param name what it is called in reports
 * @param description one sentence about where it comes from
 * @param rules the rules
 */
public record FilterPlan(String name, String description, List<FilterRule> rules) {

    private static final List<String> SHIPPED =
            List.of("babelmill", "fineweb2", "fineweb2-2024", "gopher-english", "hplt");

    public FilterPlan {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        rules = List.copyOf(rules);
    }

    /** Names of the plans that ship. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /**
     * A plan that ships; {@code conf/profiles/} in the sources.
     *
     * @throws ConfigurationException when there is none of that name
     */
    public static FilterPlan shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new ConfigurationException(List.of(
                    new ConfigurationProblem("quality.profile", name, "filter plans", Suggestions.of(name, SHIPPED))));
        }
        String resource = "/org/babelmill/conf/profiles/" + name + ".yaml";
        try (InputStream in = FilterPlan.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + resource);
            }
            return read("profiles/" + name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a plan.
     *
     * @param source name of the file in messages
     * @throws ConfigurationException with every problem: unknown keys, signals, comparisons and figures, missing or
     *     doubled thresholds, rules of the same name
     */
    public static FilterPlan read(String source, String yaml) {
        return PlanReader.read(source, yaml);
    }

    /** The signals that decide or excuse; all that has to be read to try the plan. */
    public Set<Signal> signals() {
        return rules.stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(rule.signal()), rule.unless().stream().map(Excuse::signal)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Signal.class)));
    }

    /**
     * The same plan with another threshold, the same for all languages.
     *
     * @throws ConfigurationException when no rule has that name
     */
    public FilterPlan withThreshold(String rule, double threshold) {
        return changed(
                rule, "quality.rules." + rule, Double.toString(threshold), r -> List.of(r.withThreshold(threshold)));
    }

    /**
     * The same plan without a rule.
     *
     * @throws ConfigurationException when no rule has that name
     */
    public FilterPlan without(String rule) {
        return changed(rule, "quality.without", rule, r -> List.of());
    }

    /**
     * The rules for one language and source with their thresholds looked up. Make it once for each language, not for each
     * document.
     *
     * @param source name of the crawl the documents are from, empty when unknown; {@link RuleScope#ANY_SOURCE} for the
     *     rules of all sources
     * @throws ConfigurationException when the profile lacks figures that rules need, all of them named
     */
    public BoundPlan bind(LanguageTag tag, LanguageProfile profile, String source) {
        List<BoundRule> bound = new ArrayList<>();
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (FilterRule rule : rules) {
            if (rule.scope().contains(tag, source)) {
                OptionalDouble threshold = threshold(rule, profile, problems);
                threshold.ifPresent(value -> bound.add(new BoundRule(rule, value)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new BoundPlan(bound);
    }

    /** Every rule that a document fails, in order, with value and threshold; empty for one that stays. */
    public List<Reason> failures(TextSignals signals, LanguageTag tag, LanguageProfile profile) {
        return bind(tag, profile, "").failures(signals);
    }

    private static OptionalDouble threshold(
            FilterRule rule, LanguageProfile profile, List<ConfigurationProblem> problems) {
        if (rule.threshold() instanceof Threshold.Fixed fixed) {
            return OptionalDouble.of(fixed.value());
        }
        Threshold.Profiled profiled = (Threshold.Profiled) rule.threshold();
        ProfileKey key = profiled.key();
        OptionalDouble figure = profile.figure(key);
        if (figure.isEmpty() && profiled.otherwise().isEmpty()) {
            problems.add(new ConfigurationProblem(
                    key.key(), "nothing", profile.source(), "a number; rule " + rule.name() + " needs it"));
            return OptionalDouble.empty();
        }
        if (figure.isEmpty()) {
            return profiled.otherwise();
        }
        return profiled.zeroIsOff() && figure.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(figure.getAsDouble() * profiled.times());
    }

    private FilterPlan changed(String name, String key, String value, Function<FilterRule, List<FilterRule>> change) {
        List<FilterRule> changed = new ArrayList<>();
        boolean found = false;
        for (FilterRule rule : rules) {
            found |= rule.name().equals(name);
            changed.addAll(rule.name().equals(name) ? change.apply(rule) : List.of(rule));
        }
        if (!found) {
            List<String> names = rules.stream().map(FilterRule::name).toList();
            throw new ConfigurationException(List.of(new ConfigurationProblem(
                    key, value, "plan " + this.name, "no such rule; " + Suggestions.of(name, names))));
        }
        return new FilterPlan(this.name, description, changed);
    }
}
