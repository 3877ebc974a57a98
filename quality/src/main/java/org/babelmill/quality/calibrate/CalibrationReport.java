package org.babelmill.quality.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.quality.calibrate.CalibratedFigure.Side;

/** Looks for derived thresholds that cannot be right: those that can never drop a page, and those that drop good text. */
public final class CalibrationReport {

    /** Good text that a threshold may drop. */
    private static final double TOLERATED = 0.05;

    /** Median absolute deviations from the script's median. */
    private static final double OUTLIER = 6;

    private static final int FEWEST_STOP_WORDS = 8;
    private static final int FEWEST_DOCUMENTS = 20;

    private CalibrationReport() {}

    /**
     * Something odd.
     *
     * @param tag the profile
     * @param key the figure; {@code stopwords} or {@code sample} where it is about those
     * @param kind what kind of oddity
     * @param detail one clause with figures
     */
    public record Anomaly(LanguageTag tag, String key, Kind kind, String detail) {

        @Override
        public String toString() {
            return tag + " " + key + ": " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + detail;
        }
    }

    /** Kinds of oddities. */
    public enum Kind {
        /** No text can fail it. */
        NEVER_FIRES,
        /** Much of the reference text fails it. */
        DROPS_REFERENCE,
        /** Far from the other languages of the script. */
        OUTLIER,
        /** Too few of something to rest on. */
        TOO_FEW
    }

    /** All oddities, by language and figure. */
    public static List<Anomaly> find(List<DerivedProfile> profiles, SortedMap<LanguageTag, LanguageSample> reference) {
        List<Anomaly> anomalies = new ArrayList<>();
        for (DerivedProfile profile : profiles) {
            LanguageSample sample = reference.get(profile.tag());
            if (sample != null) {
                sizes(profile, anomalies);
                profile.figures()
                        .forEach((key, value) -> CalibratedFigure.of(key).ifPresent(figure -> {
                            effect(profile.tag(), figure, value, sample, anomalies);
                            outlier(profile, figure, value, profiles, anomalies);
                        }));
            }
        }
        return Collections.unmodifiableList(anomalies);
    }

    private static void sizes(DerivedProfile profile, List<Anomaly> anomalies) {
        if (profile.stopWords().size() < FEWEST_STOP_WORDS) {
            anomalies.add(new Anomaly(
                    profile.tag(),
                    "stopwords",
                    Kind.TOO_FEW,
                    profile.stopWords().size() + " words"));
        }
        if (profile.sample().documents() < FEWEST_DOCUMENTS) {
            anomalies.add(new Anomaly(
                    profile.tag(), "sample", Kind.TOO_FEW, profile.sample().documents() + " documents"));
        }
    }

    private static void effect(
            LanguageTag tag, CalibratedFigure figure, double value, LanguageSample sample, List<Anomaly> anomalies) {
        MetricHistogram metric = sample.metric(figure.key());
        if (neverFires(figure, value)) {
            anomalies.add(new Anomaly(tag, figure.key().key(), Kind.NEVER_FIRES, "threshold " + value));
        }
        double dropped = figure.side() == Side.UPPER ? metric.shareAbove(value) : metric.shareBelow(value);
        if (figure.side() != Side.NONE && dropped > TOLERATED) {
            String share = String.format(Locale.ROOT, "%.1f %% of the reference beyond %s", 100 * dropped, value);
            anomalies.add(new Anomaly(tag, figure.key().key(), Kind.DROPS_REFERENCE, share));
        }
    }

    private static boolean neverFires(CalibratedFigure figure, double value) {
        if (figure.side() == Side.LOWER) {
            return value <= 0;
        }
        boolean share = figure.key() != ProfileKey.MAX_AVG_WORD_LENGTH && figure.key() != ProfileKey.NEW_LINE_RATIO;
        return figure.side() == Side.UPPER && share && value >= 1;
    }

    private static void outlier(
            DerivedProfile profile,
            CalibratedFigure figure,
            double value,
            List<DerivedProfile> profiles,
            List<Anomaly> anomalies) {
        double[] values = profiles.stream()
                .filter(p -> p.tag().isDetermined()
                        && p.tag().script().equals(profile.tag().script()))
                .filter(p -> p.figures().containsKey(figure.key()))
                .mapToDouble(p -> p.figures().get(figure.key()))
                .sorted()
                .toArray();
        double median = values[values.length / 2];
        double[] distances =
                Arrays.stream(values).map(v -> Math.abs(v - median)).sorted().toArray();
        double spread = distances[distances.length / 2];
        if (figure.side() != Side.NONE && spread > 0 && Math.abs(value - median) > OUTLIER * spread) {
            anomalies.add(new Anomaly(
                    profile.tag(),
                    figure.key().key(),
                    Kind.OUTLIER,
                    value + " where the script's median is " + median));
        }
    }
}
