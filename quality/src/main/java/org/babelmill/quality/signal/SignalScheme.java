package org.babelmill.quality.signal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.classifier.QualityModels;
import org.babelmill.quality.score.ScoreNorms;
import org.babelmill.quality.wordlist.UrlHints;
import org.babelmill.quality.wordlist.WordLists;
import org.babelmill.quality.wordlist.WordLists.Purpose;

/**
 * What every {@link SignalComputer} of a JVM shares: language profiles, word lists, models, and what was made ready of
 * them for each language met. Safe to share between threads; make one for each run.
 */
public final class SignalScheme {

    private static final LanguageTag SPANISH = new LanguageTag("spa", "Latn");

    private final Function<LanguageTag, WordSegmenter> segmenters;
    private final Optional<LanguageProfiles> profiles;
    private final WordLists wordLists;
    private final QualityModels models;
    private final Map<LanguageTag, LanguageLexicon> lexicons = new ConcurrentHashMap<>();
    private final Map<LanguageTag, UrlHints> hints = new ConcurrentHashMap<>();

    private SignalScheme(
            Function<LanguageTag, WordSegmenter> segmenters,
            Optional<LanguageProfiles> profiles,
            WordLists wordLists,
            QualityModels models) {
        this.segmenters = requireNonNull(segmenters, "segmenters");
        this.profiles = requireNonNull(profiles, "profiles");
        this.wordLists = requireNonNull(wordLists, "wordLists");
        this.models = requireNonNull(models, "models");
    }

    /** The standard segmenters with these profiles; no word lists, no models. */
    public static SignalScheme of(LanguageProfiles profiles) {
        return new SignalScheme(
                WordSegmenters::standard, Optional.of(profiles), WordLists.none(), QualityModels.none());
    }

    /**
     * The standard segmenters and nothing else: no stop words, and every language measured as Spanish is by HPLT's score.
     * For deriving profiles, when there are none yet.
     */
    public static SignalScheme bare() {
        return new SignalScheme(WordSegmenters::standard, Optional.empty(), WordLists.none(), QualityModels.none());
    }

    /** The same with other word lists. */
    public SignalScheme with(WordLists lists) {
        return new SignalScheme(segmenters, profiles, lists, models);
    }

    /** The same with quality classifiers. */
    public SignalScheme with(QualityModels classifiers) {
        return new SignalScheme(segmenters, profiles, wordLists, classifiers);
    }

    /**
     * The same with other word segmenters.
     *
     * @param makers makes a new segmenter for texts of a language; called once for each language and thread
     */
    public SignalScheme with(Function<LanguageTag, WordSegmenter> makers) {
        return new SignalScheme(makers, profiles, wordLists, models);
    }

    /** Stop words of a language; none in a bare scheme. */
    List<String> stopWords(LanguageTag tag) {
        return profiles.map(p -> p.find(tag).profile().stopWords()).orElse(List.of());
    }

    WordSegmenter segmenter(LanguageTag tag) {
        return segmenters.apply(tag);
    }

    QualityModels models() {
        return models;
    }

    Optional<List<String>> words(Purpose purpose, LanguageTag tag) {
        return wordLists.find(purpose, tag);
    }

    LanguageLexicon lexicon(LanguageTag tag) {
        LanguageLexicon known = lexicons.get(tag);
        if (known == null) {
            known = LanguageLexicon.of(tag, this);
            lexicons.put(tag, known);
        }
        return known;
    }

    UrlHints urlHints(LanguageTag tag) {
        return hints.computeIfAbsent(
                tag, t -> UrlHints.of(t, wordLists.find(Purpose.URL, t).orElse(List.of())));
    }

    /** How much punctuation, digits and odd characters a language has beside Spanish, by the profiles' medians. */
    ScoreNorms norms(LanguageTag tag) {
        if (profiles.isEmpty()) {
            return ScoreNorms.SPANISH;
        }
        return new ScoreNorms(
                relative(tag, ProfileKey.PUNCTUATION_MEDIAN),
                relative(tag, ProfileKey.DIGIT_MEDIAN),
                relative(tag, ProfileKey.ODD_MEDIAN));
    }

    /** Profiles that lack the median, such as FineWeb2's, leave it to those that ship. */
    private double relative(LanguageTag tag, ProfileKey key) {
        LanguageProfiles given = profiles.orElseThrow();
        OptionalDouble here = given.find(tag).profile().figure(key);
        OptionalDouble spanish = given.find(SPANISH).profile().figure(key);
        if (here.isEmpty() || spanish.isEmpty()) {
            here = LanguageProfiles.shipped().find(tag).profile().figure(key);
            spanish = LanguageProfiles.shipped().find(SPANISH).profile().figure(key);
        }
        return here.isPresent() && spanish.isPresent() && spanish.getAsDouble() > 0
                ? here.getAsDouble() / spanish.getAsDouble()
                : 1;
    }
}
