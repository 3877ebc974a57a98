package org.babelmill.quality.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.babelmill.pipeline.profile.ProfileKey;

/**
 * What English text is like, for references that have none: anchors are read against it. The figures that ship were taken
 * from the reference text that the shipped profiles rest on. Immutable once made.
 */
public final class EnglishAnchor {

    private static final String RESOURCE = "english.tsv";
    private static final String SHARE = "stop_word_share";

    private final Map<ProfileKey, MetricHistogram> metrics;
    private final double stopWordShare;

    private EnglishAnchor(Map<ProfileKey, MetricHistogram> metrics, double stopWordShare) {
        this.metrics = metrics;
        this.stopWordShare = stopWordShare;
    }

    /** From a sample of English. */
    static EnglishAnchor of(LanguageSample sample, double stopWordShare) {
        Map<ProfileKey, MetricHistogram> metrics = new EnumMap<>(ProfileKey.class);
        for (CalibratedFigure figure : CalibratedFigure.values()) {
            metrics.put(figure.key(), sample.metric(figure.key()));
        }
        return new EnglishAnchor(metrics, stopWordShare);
    }

    /** The figures that ship. */
    static EnglishAnchor shipped() {
        try (InputStream in = EnglishAnchor.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnglishAnchor read(String text) {
        Map<ProfileKey, MetricHistogram> metrics = new EnumMap<>(ProfileKey.class);
        double share = Double.NaN;
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            int tab = line.indexOf('\t');
            String name = line.substring(0, tab);
            if (name.equals(SHARE)) {
                share = Double.parseDouble(line.substring(tab + 1));
            } else {
                metrics.put(ProfileKey.of(name).orElseThrow(), MetricHistogram.read(line.substring(tab + 1)));
            }
        }
        return new EnglishAnchor(metrics, share);
    }

    /** The distribution of a metric in English. */
    MetricHistogram metric(ProfileKey key) {
        return metrics.get(key);
    }

    /** The share of tokens that are stop words. */
    double stopWordShare() {
        return stopWordShare;
    }

    /** The text of the file that ships. */
    String write() {
        StringBuilder text = new StringBuilder("# English metrics, bin:count; made by babelmill calibrate.\n");
        metrics.forEach((key, histogram) ->
                text.append(key.key()).append('\t').append(histogram.write()).append('\n'));
        return text.append(SHARE)
                .append('\t')
                .append(stopWordShare)
                .append('\n')
                .toString();
    }
}
