package org.babelmill.quality.calibrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile.Sample;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.calibrate.CalibratedFigure.Side;

/**
 * Derives profiles from samples. For each language every threshold is derived by its method, drawn towards the mean of the
 * language's family (or script, or all languages, where fewer than three are known) the more the smaller its sample is,
 * and held to its range. Then a profile for each script and one for all languages, at the lenient quartile, so that a
 * language nobody knows is not judged by the strictest of its neighbours.
 */
public final class Calibration {

    private static final double STOP_WORD_ANCHOR = 0.1;
    private static final double LOWEST_LANGUAGE_SCORE = 0.3;
    private static final double HIGHEST_LANGUAGE_SCORE = 0.9;
    private static final double LENIENT = 0.75;
    private static final double SACRIFICE = 0.02;

    /** A lower bound on sentence marks this small says that the language does without them. */
    private static final double NO_MARKS = 0.02;

    private final CalibrationSettings settings;
    private final SortedMap<LanguageTag, LanguageSample> reference;
    private final SortedMap<LanguageTag, LanguageSample> crawl;
    private final StopWordDerivation stopWords;
    private final EnglishAnchor english;

    /**
     * A calibration.
     *
     * @param reference good text by language
     * @param crawl crawled text by language with the identifier's probabilities, for language scores; may be empty
     */
    public Calibration(
            CalibrationSettings settings,
            SortedMap<LanguageTag, LanguageSample> reference,
            SortedMap<LanguageTag, LanguageSample> crawl) {
        this.settings = settings;
        this.reference = Collections.unmodifiableSortedMap(reference);
        this.crawl = Collections.unmodifiableSortedMap(crawl);
        this.stopWords = new StopWordDerivation(this.reference);
        this.english = anchor();
    }

    private EnglishAnchor anchor() {
        LanguageSample sample = reference.get(settings.english());
        return sample == null
                ? EnglishAnchor.shipped()
                : EnglishAnchor.of(sample, share(sample, stopWords.derive(settings.english())));
    }

    /** What English is like by this reference, in the form of the file that ships. */
    public String englishAnchor() {
        return english.write();
    }

    /** All profiles: languages, then scripts, then the one for all. */
    public List<DerivedProfile> derive() {
        SortedMap<LanguageTag, Map<ProfileKey, Double>> raw = new TreeMap<>();
        SortedMap<LanguageTag, List<String>> words = new TreeMap<>();
        reference.forEach((tag, sample) -> {
            words.put(tag, stopWords.derive(tag));
            raw.put(tag, raw(tag, words.get(tag)));
        });
        FigurePools pools = new FigurePools(raw);
        List<DerivedProfile> profiles = new ArrayList<>();
        raw.forEach((tag, figures) -> profiles.add(profile(tag, figures, words.get(tag), pools)));
        profiles.addAll(fallbacks(profiles));
        return profiles;
    }

    private Map<ProfileKey, Double> raw(LanguageTag tag, List<String> words) {
        LanguageSample sample = reference.get(tag);
        Map<ProfileKey, Double> figures = new EnumMap<>(ProfileKey.class);
        for (CalibratedFigure figure : CalibratedFigure.values()) {
            MetricHistogram own = sample.metric(figure.key());
            if (figure.side() == Side.NONE) {
                if (own.count() > 0) {
                    figures.put(figure.key(), own.median());
                }
            } else {
                double value = settings.methods().get(figure.key()).derive(figure, own, english.metric(figure.key()));
                figures.put(figure.key(), Double.isNaN(value) ? figure.anchor() : value);
            }
        }
        follow(figures, CalibratedFigure.TOP_2_GRAM, "top_");
        follow(figures, CalibratedFigure.DUP_5_GRAM, "dup_");
        figures.remove(ProfileKey.LANGUAGE_SCORE);
        figures.put(ProfileKey.MIN_STOP_WORD_FRAC, STOP_WORD_ANCHOR * share(sample, words) / english.stopWordShare());
        return figures;
    }

    private void follow(Map<ProfileKey, Double> figures, CalibratedFigure first, String prefix) {
        double factor = figures.get(first.key()) / first.anchor();
        for (CalibratedFigure figure : CalibratedFigure.values()) {
            ProfileKey key = figure.key();
            if (figure != first
                    && key.key().startsWith(prefix)
                    && key.key().endsWith("_gram")
                    && settings.methods().get(key).kind() == DerivationMethod.Kind.FOLLOW) {
                figures.put(key, factor * figure.anchor());
            }
        }
    }

    private static double share(LanguageSample sample, List<String> words) {
        long hits = words.stream().mapToLong(sample::count).sum();
        return sample.tokens() == 0 ? 0 : hits / (double) sample.tokens();
    }

    private DerivedProfile profile(
            LanguageTag tag, Map<ProfileKey, Double> raw, List<String> words, FigurePools pools) {
        LanguageSample sample = reference.get(tag);
        FigurePools.Pool pool = pools.closest(tag);
        Map<ProfileKey, Double> figures = new EnumMap<>(ProfileKey.class);
        double own = sample.documents() / (double) (sample.documents() + settings.shrinkage());
        raw.forEach((key, value) -> {
            double drawn = own * value + (1 - own) * pool.mean(key);
            figures.put(key, finished(key, sparing(key, drawn, sample)));
        });
        if (raw.get(ProfileKey.LINE_PUNCT_THR) < NO_MARKS) {
            figures.put(ProfileKey.LINE_PUNCT_THR, -1.0);
        }
        languageScore(tag, figures);
        return new DerivedProfile(tag, figures, words, new Sample(sample.documents(), sample.tokens()), pool.name());
    }

    /** The median less one deviation, from 0.3 to 0.9, as FineWeb2 does it; none of fewer than three documents. */
    private void languageScore(LanguageTag tag, Map<ProfileKey, Double> figures) {
        LanguageSample crawled = crawl.get(tag);
        MetricHistogram scores = crawled == null ? new MetricHistogram() : crawled.metric(ProfileKey.LANGUAGE_SCORE);
        if (!Double.isNaN(scores.deviation())) {
            double score = scores.median() - scores.deviation();
            figures.put(
                    ProfileKey.LANGUAGE_SCORE,
                    rounded(Math.max(LOWEST_LANGUAGE_SCORE, Math.min(HIGHEST_LANGUAGE_SCORE, score))));
        }
    }

    /** Moves a threshold that would drop more than a fiftieth of the good texts it comes from out of their way. */
    private static double sparing(ProfileKey key, double value, LanguageSample sample) {
        return switch (CalibratedFigure.of(key).map(CalibratedFigure::side).orElse(Side.NONE)) {
            case UPPER -> Math.max(value, sample.metric(key).quantile(1 - SACRIFICE));
            case LOWER -> Math.min(value, sample.metric(key).quantile(SACRIFICE));
            case NONE -> value;
        };
    }

    private static double finished(ProfileKey key, double value) {
        double clamped =
                CalibratedFigure.of(key).map(f -> f.bounds().clamp(value)).orElse(value);
        return key == ProfileKey.LINE_PUNCT_THR && clamped < NO_MARKS ? -1 : rounded(clamped);
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    private static List<DerivedProfile> fallbacks(List<DerivedProfile> profiles) {
        SortedMap<String, List<DerivedProfile>> byScript = new TreeMap<>();
        profiles.forEach(p -> byScript.computeIfAbsent(p.tag().script(), s -> new ArrayList<>())
                .add(p));
        List<DerivedProfile> result = new ArrayList<>();
        byScript.forEach((script, members) -> result.add(fallback(script, members)));
        result.add(fallback("Zyyy", profiles));
        return result;
    }

    private static DerivedProfile fallback(String script, List<DerivedProfile> members) {
        Map<ProfileKey, Double> figures = new EnumMap<>(ProfileKey.class);
        for (ProfileKey key : ProfileKey.values()) {
            double[] values = members.stream()
                    .filter(p -> p.figures().containsKey(key))
                    .mapToDouble(p -> p.figures().get(key))
                    .sorted()
                    .toArray();
            if (values.length > 0 && key != ProfileKey.LANGUAGE_SCORE) {
                figures.put(key, values[(int) Math.round(quantile(key) * (values.length - 1))]);
            }
        }
        long documents = members.stream().mapToLong(p -> p.sample().documents()).sum();
        long words = members.stream().mapToLong(p -> p.sample().words()).sum();
        return new DerivedProfile(
                LanguageTag.undetermined(script),
                figures,
                List.of(),
                new Sample(documents, words),
                members.size() + " languages");
    }

    private static double quantile(ProfileKey key) {
        if (key == ProfileKey.MIN_STOP_WORD_FRAC) {
            return 1 - LENIENT;
        }
        return switch (CalibratedFigure.of(key).map(CalibratedFigure::side).orElse(Side.NONE)) {
            case UPPER -> LENIENT;
            case LOWER -> 1 - LENIENT;
            case NONE -> 0.5;
        };
    }
}
