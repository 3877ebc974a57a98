package org.babelmill.quality.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Scripts;
import org.babelmill.quality.text.ScriptSet;

/**
 * Finds a language's stop words: every word that makes up more than 0.8 % of the tokens, or more than 0.3 % or 0.2 % where
 * that gives fewer than eight, and at least the eight most frequent. A word must stand in a fifth of the texts: what some
 * texts are about is no stop word. Words with anything but letters of the language's own
 * scripts are left out, and so are words of the big web languages that leak into texts of others: those five times as
 * frequent there as here.
 */
final class StopWordDerivation {

    private static final double[] FREQUENCIES = {0.008, 0.003, 0.002};
    private static final double SPREAD = 0.2;
    private static final int FEWEST = 8;
    private static final int MOST = 64;
    private static final double FOREIGN = 5;
    private static final Set<String> BIG = Set.of("eng", "fra", "spa", "deu", "rus", "arb");

    private final SortedMap<LanguageTag, LanguageSample> samples;

    StopWordDerivation(SortedMap<LanguageTag, LanguageSample> samples) {
        this.samples = samples;
    }

    private record Candidate(String word, long count) {}

    /** The stop words of a language, most frequent first. */
    List<String> derive(LanguageTag tag) {
        LanguageSample sample = samples.get(tag);
        List<Candidate> candidates = candidates(tag, sample);
        for (double frequency : FREQUENCIES) {
            List<String> words = candidates.stream()
                    .filter(c -> c.count() > frequency * sample.tokens())
                    .map(Candidate::word)
                    .limit(MOST)
                    .toList();
            if (words.size() >= FEWEST) {
                return words;
            }
        }
        return candidates.stream().map(Candidate::word).limit(FEWEST).toList();
    }

    private List<Candidate> candidates(LanguageTag tag, LanguageSample sample) {
        ScriptSet scripts = ScriptSet.of(tag);
        List<Candidate> candidates = new ArrayList<>();
        sample.forEachWord((word, count) -> {
            if (sample.documentShare(word) >= SPREAD && isClean(word, scripts) && !isForeign(tag, word)) {
                candidates.add(new Candidate(word, count));
            }
        });
        candidates.sort(Comparator.comparingLong(Candidate::count).reversed().thenComparing(Candidate::word));
        return candidates;
    }

    private static boolean isClean(String word, ScriptSet scripts) {
        return word.codePoints().allMatch(c -> {
            int bits = CharacterClasses.of(c);
            boolean letter = (bits & CharacterClasses.LETTER) != 0;
            return letter ? scripts.contains(Scripts.of(c)) || isShared(c) : isInside(c, bits);
        });
    }

    /** Letters of no script, such as the long vowel mark of Katakana. */
    private static boolean isShared(int c) {
        return Scripts.of(c) <= 1;
    }

    private static boolean isInside(int c, int bits) {
        return (bits & CharacterClasses.MARK) != 0 || c == '\'' || c == 0x2019 || c == 0x200C || c == 0x00B7;
    }

    private boolean isForeign(LanguageTag tag, String word) {
        double here = samples.get(tag).frequency(word);
        for (LanguageTag other : samples.keySet()) {
            if (BIG.contains(other.language())
                    && !other.language().equals(tag.language())
                    && other.script().equals(tag.script())
                    && samples.get(other).frequency(word) > FOREIGN * here) {
                return true;
            }
        }
        return false;
    }
}
