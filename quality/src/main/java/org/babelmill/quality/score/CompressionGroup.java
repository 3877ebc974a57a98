package org.babelmill.quality.score;

import java.util.Set;

/**
 * How much text of a group of scripts shrinks under zstd level 3, by its size in bytes: per cent saved, as HPLT measured
 * it on good text.
 */
public final class CompressionGroup {

    /** Latin, Cyrillic, Greek, Hangul, Japanese, and whatever has no group of its own. */
    private static final CompressionGroup ALPHABETIC = new CompressionGroup(Curve.of(
            500, 39.4, 800, 43.5, 1000, 46.0, 1500, 50.1, 2000, 52.5, 3000, 55.6, 5000, 58.8, 8000, 61.0, 10_000, 61.9,
            15_000, 63.6, 20_000, 64.5, 30_000, 65.5, 50_000, 66.9, 75_000, 67.7, 100_000, 69.0, 150_000, 71.3, 180_000,
            72.8));

    /** Scripts of India and their kin, Georgian. */
    private static final CompressionGroup INDIC = new CompressionGroup(Curve.of(
            500, 59.1, 1000, 61.3, 2000, 65.6, 3000, 68.6, 5000, 71.4, 10_000, 73.9, 20_000, 75.8, 50_000, 77.5,
            100_000, 78.4, 250_000, 79.8));

    /** Arabic, Armenian, Ethiopic, Gurmukhi, Hebrew. */
    private static final CompressionGroup SEMITIC = new CompressionGroup(Curve.of(
            800, 50.8, 1000, 52.5, 2000, 58.8, 3000, 61.6, 5000, 64.3, 10_000, 66.6, 20_000, 69.2, 50_000, 71.0,
            100_000, 71.5, 180_000, 72.1));

    /** Chinese. */
    private static final CompressionGroup HAN = new CompressionGroup(Curve.of(
            1000, 28.8, 2000, 36.2, 3000, 39.1, 5000, 43.2, 10_000, 47.2, 20_000, 49.8, 50_000, 53.7, 75_000, 57.3));

    private static final Set<String> INDIC_SCRIPTS = Set.of(
            "Deva", "Beng", "Taml", "Telu", "Mlym", "Knda", "Gujr", "Orya", "Sinh", "Geor", "Khmr", "Laoo", "Mymr",
            "Thai", "Tibt", "Olck", "Thaa", "Mtei", "Cakm", "Newa", "Sylo", "Tirh", "Lana", "Talu", "Java", "Bali");
    private static final Set<String> SEMITIC_SCRIPTS =
            Set.of("Arab", "Armn", "Ethi", "Guru", "Hebr", "Syrc", "Nkoo", "Adlm");
    private static final Set<String> HAN_SCRIPTS = Set.of("Hans", "Hant", "Hani");

    private final Curve curve;

    private CompressionGroup(Curve curve) {
        this.curve = curve;
    }

    /** The group of a script, by its ISO 15924 code. */
    public static CompressionGroup of(String script) {
        if (INDIC_SCRIPTS.contains(script)) {
            return INDIC;
        }
        if (SEMITIC_SCRIPTS.contains(script)) {
            return SEMITIC;
        }
        return HAN_SCRIPTS.contains(script) ? HAN : ALPHABETIC;
    }

    /** Per cent saved on good text of so many bytes; NaN for text too short to tell. */
    double expected(int bytes) {
        return bytes < curve.start() ? Double.NaN : curve.at(bytes);
    }
}
