package org.babelmill.quality.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.ProfileKey;

/** Means of figures over families, scripts and all languages: what a small sample is drawn towards. */
final class FigurePools {

    private static final int FEWEST = 3;

    private final Map<String, Pool> pools = new TreeMap<>();
    private final LanguageFamilies families = LanguageFamilies.load();

    FigurePools(Map<LanguageTag, Map<ProfileKey, Double>> raw) {
        raw.forEach((tag, figures) -> names(tag)
                .forEach(name -> pools.computeIfAbsent(name, Pool::new).add(figures)));
    }

    /** The closest pool of a language that has at least three members. */
    Pool closest(LanguageTag tag) {
        return names(tag)
                .map(pools::get)
                .filter(pool -> pool != null && pool.members.size() >= FEWEST)
                .findFirst()
                .orElseGet(() -> pools.get("all languages"));
    }

    private Stream<String> names(LanguageTag tag) {
        Stream<String> family =
                families.of(tag.language()).stream().map(name -> name + " languages in " + tag.script());
        return Stream.concat(family, Stream.of("languages in " + tag.script(), "all languages"));
    }

    /** Languages taken together. */
    static final class Pool {

        private final String name;
        private final List<Map<ProfileKey, Double>> members = new ArrayList<>();

        private Pool(String name) {
            this.name = name;
        }

        private void add(Map<ProfileKey, Double> figures) {
            members.add(figures);
        }

        String name() {
            return members.size() + " " + name;
        }

        /** The mean of a figure over the members that have it. */
        double mean(ProfileKey key) {
            return members.stream()
                    .filter(m -> m.containsKey(key))
                    .mapToDouble(m -> m.get(key))
                    .average()
                    .orElse(Double.NaN);
        }
    }
}
