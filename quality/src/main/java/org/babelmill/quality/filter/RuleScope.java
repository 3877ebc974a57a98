package org.babelmill.quality.filter;

import java.util.Set;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * The documents a rule is for. An empty set means all.
 *
 * @param languages as {@code deu} or {@code deu_Latn}
 * @param exceptLanguages languages that are left out
 * @param scripts ISO 15924 codes
 * @param exceptScripts scripts that are left out
 * @param sources names of crawls, as in the column {@code dump}
 */
public record RuleScope(
        Set<String> languages,
        Set<String> exceptLanguages,
        Set<String> scripts,
        Set<String> exceptScripts,
        Set<String> sources) {

    /** Stands for every source at once: where rules are listed, not applied. No crawl has this name. */
    public static final String ANY_SOURCE = "*";

    /** All documents. */
    public static final RuleScope ALL = new RuleScope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public RuleScope {
        languages = Set.copyOf(languages);
        exceptLanguages = Set.copyOf(exceptLanguages);
        scripts = Set.copyOf(scripts);
        exceptScripts = Set.copyOf(exceptScripts);
        sources = Set.copyOf(sources);
    }

    /**
     * Whether the rule is for documents of a language from a source.
     *
     * @param source name of the crawl, or {@link #ANY_SOURCE} to ask whether there is such a source
     */
    public boolean contains(LanguageTag tag, String source) {
        return (languages.isEmpty() || has(languages, tag))
                && !has(exceptLanguages, tag)
                && (scripts.isEmpty() || scripts.contains(tag.script()))
                && !exceptScripts.contains(tag.script())
                && (sources.isEmpty() || source.equals(ANY_SOURCE) || sources.contains(source));
    }

    private static boolean has(Set<String> languages, LanguageTag tag) {
        return languages.contains(tag.language()) || languages.contains(tag.toString());
    }
}
