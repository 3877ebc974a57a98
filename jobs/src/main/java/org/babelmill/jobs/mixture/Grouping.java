package org.babelmill.jobs.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.UserError;
import org.babelmill.pipeline.language.LanguageTag;

/** Which group each language is in. Languages that no group names share what the groups leave. */
final class Grouping {

    /** The group of all that no other names. */
    static final String REST = "rest";

    private final List<Recipe.Group> groups;
    private final Map<String, String> families;

    /**
     * Groups.
     *
     * @param families family by ISO 639-3 code
     */
    Grouping(List<Recipe.Group> groups, Map<String, String> families) {
        this.groups = List.copyOf(groups);
        this.families = Map.copyOf(families);
        groups.forEach(this::checkFamilies);
    }

    private void checkFamilies(Recipe.Group group) {
        for (String family : group.families().orElse(List.of())) {
            if (!families.containsValue(family)) {
                throw new UserError("recipe: groups." + group.name() + ".families " + family
                        + (families.isEmpty()
                                ? ": the recipe names no file of families"
                                : ": no language of this family in the recipe's families file"));
            }
        }
    }

    /** Positions of the languages of each group, the rest last; groups may be empty. */
    List<Members> members(List<Supply> supplies) {
        List<Members> result = new ArrayList<>();
        groups.forEach(g -> result.add(new Members(g.name(), g.share(), new ArrayList<>())));
        double named = groups.stream().mapToDouble(Recipe.Group::share).sum();
        result.add(new Members(REST, Math.max(0, 1 - named), new ArrayList<>()));
        for (int i = 0; i < supplies.size(); i++) {
            result.get(group(supplies.get(i).name())).positions().add(i);
        }
        return result;
    }

    /**
     * A group.
     *
     * @param name its name
     * @param share of each stage that does not say otherwise
     * @param positions of its languages
     */
    record Members(String name, double share, List<Integer> positions) {}

    private int group(String name) {
        LanguageTag tag = LanguageTag.parse(name);
        for (int g = 0; g < groups.size(); g++) {
            if (matches(groups.get(g), tag)) {
                return g;
            }
        }
        return groups.size();
    }

    private boolean matches(Recipe.Group group, LanguageTag tag) {
        return group.languages().orElse(List.of()).stream().anyMatch(l -> names(l, tag))
                || group.scripts().orElse(List.of()).contains(tag.script())
                || group.families().orElse(List.of()).contains(families.getOrDefault(tag.language(), ""));
    }

    private static boolean names(String entry, LanguageTag tag) {
        return entry.startsWith("not ")
                ? !names(entry.substring(4), tag)
                : entry.equals(tag.language()) || entry.equals(tag.toString());
    }
}
