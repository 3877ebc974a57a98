package org.babelmill.quality.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.config.StrictYaml;
import org.babelmill.pipeline.config.Suggestions;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.signal.Signal;

/** Turns the YAML of a plan into rules and collects every problem on the way. */
final class PlanReader {

    private static final Set<Comparison> NUMERIC =
            EnumSet.complementOf(EnumSet.of(Comparison.NOT_IN, Comparison.MATCHES));

    private final String source;
    private final List<ConfigurationProblem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private PlanReader(String source) {
        this.source = source;
    }

    /** The file as it is written. */
    record PlanFile(String name, String description, List<RuleFile> rules) {}

    /** A rule as it is written. */
    record RuleFile(
            String name,
            String description,
            Optional<Stage> stage,
            String metric,
            Comparison drop,
            Optional<Double> threshold,
            Optional<ProfileFile> profile,
            Optional<ScopeFile> only,
            Optional<ExcuseFile> unless) {}

    /** What excuses a document, as it is written. */
    record ExcuseFile(String metric, Comparison is, double value) {}

    /** A reference to the language's profile as it is written. */
    record ProfileFile(String key, Optional<Double> otherwise, Optional<Double> times, Optional<Boolean> zeroIsOff) {}

    /** A scope as it is written. */
    record ScopeFile(
            Optional<List<String>> languages,
            Optional<List<String>> exceptLanguages,
            Optional<List<String>> scripts,
            Optional<List<String>> exceptScripts,
            Optional<List<String>> sources) {}

    static FilterPlan read(String source, String yaml) {
        PlanReader reader = new PlanReader(source);
        PlanFile file = StrictYaml.read(source, yaml, PlanFile.class);
        List<FilterRule> rules = new ArrayList<>();
        for (int i = 0; i < file.rules().size(); i++) {
            reader.rule("rules[" + i + "]", file.rules().get(i)).ifPresent(rules::add);
        }
        if (!reader.problems.isEmpty()) {
            throw new ConfigurationException(reader.problems);
        }
        return new FilterPlan(file.name(), file.description(), rules);
    }

    private Optional<FilterRule> rule(String path, RuleFile file) {
        if (!file.name().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            problem(path + ".name", file.name(), "a name in kebab case");
        } else if (!names.add(file.name())) {
            problem(path + ".name", file.name(), "a name that no other rule has");
        }
        comparison(path + ".drop", file.drop());
        Optional<Signal> signal = signal(path + ".metric", file.metric());
        Optional<Threshold> threshold = threshold(path, file);
        Optional<Excuse> unless = file.unless().flatMap(excuse -> excuse(path + ".unless", excuse));
        if (signal.isEmpty() || threshold.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FilterRule(
                file.name(),
                file.description(),
                file.stage().orElse(Stage.QUALITY),
                signal.get(),
                file.drop(),
                threshold.get(),
                file.only().map(PlanReader::scope).orElse(RuleScope.ALL),
                unless));
    }

    private Optional<Excuse> excuse(String path, ExcuseFile file) {
        comparison(path + ".is", file.is());
        return signal(path + ".metric", file.metric()).map(signal -> new Excuse(signal, file.is(), file.value()));
    }

    private void comparison(String path, Comparison comparison) {
        if (!NUMERIC.contains(comparison)) {
            problem(path, kebab(comparison), "one of " + comparisons());
        }
    }

    private Optional<Signal> signal(String path, String metric) {
        Optional<Signal> signal = Signal.of(metric);
        if (signal.isEmpty()) {
            problem(path, metric, "no such signal; " + Suggestions.of(metric, Signal.columns()));
        }
        return signal;
    }

    private Optional<Threshold> threshold(String path, RuleFile file) {
        if (file.threshold().isPresent() == file.profile().isPresent()) {
            problem(
                    path,
                    file.threshold().map(t -> "threshold " + t + " and profile").orElse("neither"),
                    "either a threshold or a profile key");
            return Optional.empty();
        }
        if (file.threshold().isPresent()) {
            return Optional.of(new Threshold.Fixed(file.threshold().get()));
        }
        ProfileFile profile = file.profile().orElseThrow();
        Optional<ProfileKey> key = ProfileKey.of(profile.key());
        if (key.isEmpty()) {
            problem(
                    path + ".profile.key",
                    profile.key(),
                    "no such figure; " + Suggestions.of(profile.key(), ProfileKey.keys()));
        }
        OptionalDouble otherwise = profile.otherwise().map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return key.map(k -> new Threshold.Profiled(
                k, otherwise, profile.times().orElse(1.0), profile.zeroIsOff().orElse(false)));
    }

    private static RuleScope scope(ScopeFile file) {
        return new RuleScope(
                set(file.languages()),
                set(file.exceptLanguages()),
                set(file.scripts()),
                set(file.exceptScripts()),
                set(file.sources()));
    }

    private static Set<String> set(Optional<List<String>> list) {
        return new HashSet<>(list.orElse(List.of()));
    }

    private static String comparisons() {
        return String.join(
                ", ",
                Arrays.stream(Comparison.values())
                        .filter(NUMERIC::contains)
                        .map(PlanReader::kebab)
                        .toList());
    }

    private static String kebab(Comparison comparison) {
        return comparison.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void problem(String key, String value, String allowed) {
        problems.add(new ConfigurationProblem(key, value, source, allowed));
    }
}
