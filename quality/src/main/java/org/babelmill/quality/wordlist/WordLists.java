package org.babelmill.quality.wordlist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.language.LanguageTag;

/** Word lists by purpose and language. Immutable. */
public final class WordLists {

    /** What lists are for; the names of folders. */
    public enum Purpose {
        /** Insults and slurs. */
        TOXIC,
        /** Words of adult pages. */
        ADULT,
        /** Words that are used in no other language so much, made by {@code babelmill calibrate}. */
        PRECISION,
        /** Words in web addresses that name the language. */
        URL;

        /** The folder's name: lower case. */
        public String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final WordLists NONE = new WordLists(new EnumMap<>(Purpose.class));

    private final Map<Purpose, SortedMap<LanguageTag, List<String>>> lists;

    private WordLists(Map<Purpose, SortedMap<LanguageTag, List<String>>> lists) {
        this.lists = lists;
    }

    /** No lists at all. */
    public static WordLists none() {
        return NONE;
    }

    /**
     * Lists from files.
     *
     * @param source the folder, for messages
     * @param files path below the folder, as in {@code toxic/deu_Latn.txt}, to the file's text: one word or phrase a line;
     *     blank lines and lines that begin with {@code #} are skipped
     * @throws ConfigurationException when a path has another form, all such paths named
     */
    public static WordLists of(String source, Map<String, String> files) {
        Map<Purpose, SortedMap<LanguageTag, List<String>>> lists = new EnumMap<>(Purpose.class);
        List<ConfigurationProblem> problems = new ArrayList<>();
        new TreeMap<>(files).forEach((path, text) -> {
            Optional<Purpose> purpose = purpose(path);
            Optional<LanguageTag> tag = tag(path);
            if (purpose.isPresent() && tag.isPresent()) {
                lists.computeIfAbsent(purpose.get(), p -> new TreeMap<>()).put(tag.get(), words(text));
            } else {
                problems.add(new ConfigurationProblem(
                        "signals.word-lists",
                        path,
                        source,
                        "files named as toxic/deu_Latn.txt; folders: toxic, adult," + " precision, url"));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new WordLists(lists);
    }

    /** The list for a purpose and a language, where there is one. */
    public Optional<List<String>> find(Purpose purpose, LanguageTag tag) {
        return Optional.ofNullable(
                lists.getOrDefault(purpose, Collections.emptySortedMap()).get(tag));
    }

    private static Optional<Purpose> purpose(String path) {
        for (Purpose purpose : Purpose.values()) {
            if (path.startsWith(purpose.folder() + "/")) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }

    private static Optional<LanguageTag> tag(String path) {
        String name = path.substring(path.indexOf('/') + 1);
        if (!name.endsWith(".txt")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LanguageTag.parse(name.substring(0, name.length() - ".txt".length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> words(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .distinct()
                .toList();
    }
}
