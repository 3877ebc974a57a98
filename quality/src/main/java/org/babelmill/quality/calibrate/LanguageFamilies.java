package org.babelmill.quality.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which family a language belongs to, for the three hundred or so languages that are written most. Immutable. */
final class LanguageFamilies {

    private static final String RESOURCE = "families.tsv";

    private final Map<String, String> families;

    private LanguageFamilies(Map<String, String> families) {
        this.families = families;
    }

    static LanguageFamilies load() {
        Map<String, String> families = new TreeMap<>();
        try (InputStream in = LanguageFamilies.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .forEach(l -> {
                        int tab = l.indexOf('\t');
                        families.put(l.substring(0, tab), l.substring(tab + 1));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LanguageFamilies(families);
    }

    /** The family of a language by its ISO 639-3 code, where it is known. */
    Optional<String> of(String language) {
        return Optional.ofNullable(families.get(language));
    }
}
