package org.babelmill.pipeline.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationProblem;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.ProfileMatch.Kind;

/**
 * The profiles of a run. A profile is parsed when its language is first met; {@link #check()} parses them all. Safe to
 * share between threads.
 *
 * <p>A language is looked for under its own tag, then under its aliases, then as its script ({@code und_Latn}), then as
 * {@code und_Zyyy}; a set of files without those two, such as FineWeb2's, takes them from the files that ship. The
 * {@link ProfileMatch} says which it was.
 */
public final class LanguageProfiles {

    private static final String RESOURCES = "/org/babelmill/conf/languages/";
    private static final LanguageTag GLOBAL = new LanguageTag(LanguageTag.UNDETERMINED, "Zyyy");

    private final String source;
    private final SortedMap<String, String> files;
    private final Map<LanguageTag, ProfileMatch> matches = new ConcurrentHashMap<>();

    private LanguageProfiles(String source, SortedMap<String, String> files) {
        this.source = source;
        this.files = files;
    }

    /** The profiles that ship, made by {@code babelmill calibrate}; {@code conf/languages/} in the sources. */
    public static LanguageProfiles shipped() {
        return Shipped.PROFILES;
    }

    /**
     * Profiles from files.
     *
     * @param source where the files are, for messages
     * @param files file name, as in {@code deu_Latn.yml} or {@code deu_Latn.yaml}, to its text
     * @throws ConfigurationException when a file's name is not a language tag, or there are two files for one
     */
    public static LanguageProfiles of(String source, Map<String, String> files) {
        SortedMap<String, String> byTag = new TreeMap<>();
        List<ConfigurationProblem> problems = new ArrayList<>();
        new TreeMap<>(files).forEach((file, text) -> {
            String name = file.replaceFirst("\\.ya?ml$", "");
            if (!isTag(name)) {
                problems.add(new ConfigurationProblem(source, file, source, "files named as lang_Script.yaml"));
            } else if (byTag.put(name, text) != null) {
                problems.add(new ConfigurationProblem(source, file, source, "one file for each language"));
            }
        });
        if (files.isEmpty()) {
            problems.add(new ConfigurationProblem(source, "no files", source, "files named as lang_Script.yaml"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new LanguageProfiles(source, byTag);
    }

    /** Where the profiles come from. */
    public String source() {
        return source;
    }

    /** The languages that have a file, scripts and the global one included, in order. */
    public Set<LanguageTag> tags() {
        Set<LanguageTag> tags = new TreeSet<>();
        files.keySet().forEach(name -> tags.add(LanguageTag.parse(name)));
        return tags;
    }

    /** File texts by {@code lang_Script}: what {@link #of} needs to make the same profiles elsewhere. */
    public SortedMap<String, String> files() {
        return new TreeMap<>(files);
    }

    /**
     * Parses every file.
     *
     * @throws ConfigurationException with the problems of all files
     */
    public void check() {
        List<ConfigurationProblem> problems = new ArrayList<>();
        for (LanguageTag tag : tags()) {
            try {
                find(tag);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /**
     * The profile for a language; there is always one.
     *
     * @throws ConfigurationException when its file is not a profile
     */
    public ProfileMatch find(LanguageTag tag) {
        ProfileMatch known = matches.get(tag);
        if (known == null) {
            known = search(tag);
            matches.put(tag, known);
        }
        return known;
    }

    private ProfileMatch search(LanguageTag tag) {
        if (has(tag)) {
            return match(tag, Kind.OWN);
        }
        for (LanguageTag alias : LanguageAliases.of(tag)) {
            if (has(alias)) {
                return match(alias, Kind.ALIAS);
            }
        }
        LanguageTag script = LanguageTag.undetermined(tag.script());
        if (has(script)) {
            return match(script, Kind.SCRIPT);
        }
        if (this != Shipped.PROFILES && Shipped.PROFILES.has(script)) {
            return Shipped.PROFILES.match(script, Kind.SCRIPT);
        }
        return has(GLOBAL) ? match(GLOBAL, Kind.GLOBAL) : Shipped.PROFILES.match(GLOBAL, Kind.GLOBAL);
    }

    private boolean has(LanguageTag tag) {
        return files.containsKey(tag.toString());
    }

    private ProfileMatch match(LanguageTag tag, Kind kind) {
        String name = tag.toString();
        return new ProfileMatch(ProfileReader.read(name, source + "/" + name, files.get(name)), kind);
    }

    private static boolean isTag(String name) {
        try {
            LanguageTag.parse(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads the profiles that ship once, when first asked for. */
    private static final class Shipped {

        private static final LanguageProfiles PROFILES = new LanguageProfiles("conf/languages", load());

        private static SortedMap<String, String> load() {
            SortedMap<String, String> files = new TreeMap<>();
            for (String name : resource("index.txt").lines().toList()) {
                files.put(name, resource(name + ".yaml"));
            }
            return files;
        }

        private static String resource(String name) {
            try (InputStream in = LanguageProfiles.class.getResourceAsStream(RESOURCES + name)) {
                if (in == null) {
                    throw new IllegalStateException("the build left out " + RESOURCES + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
