package org.babelmill.langid.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Words that tell apart languages which share most of their words, such as the standards of Serbo-Croatian. In little
 * text many of them do not occur; counted in as common words, they decide where they do.
 */
public final class MarkerWords {

    private static final MarkerWords STANDARD = new MarkerWords();

    /** How common each is made, as a share of the counted words of its language. */
    private static final double SHARE = 1e-4;

    private final SortedMap<LanguageTag, Set<String>> words = new TreeMap<>();

    private MarkerWords() {
        Set<String> current = new TreeSet<>();
        for (String line : resource().split("\n")) {
            if (line.startsWith("# ")) {
                continue;
            }
            if (line.startsWith("#")) {
                current = words.computeIfAbsent(LanguageTag.parse(line.substring(1)), any -> new TreeSet<>());
            } else {
                WordCounts.words(line, current::add);
            }
        }
    }

    /** The words that ship. */
    public static MarkerWords standard() {
        return STANDARD;
    }

    /** The words of each language. */
    SortedMap<LanguageTag, Set<String>> words() {
        return words;
    }

    /** Counts the words in, for languages that have counted text. */
    public void addTo(WordCounts counts) {
        words.forEach((language, own) -> {
            long total = counts.total(language);
            if (total > 0) {
                long each = Math.max(1, Math.round(total * SHARE));
                own.forEach(word -> counts.add(language, word, each));
            }
        });
    }

    private static String resource() {
        try (InputStream in = MarkerWords.class.getResourceAsStream("markers.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build left out markers.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
