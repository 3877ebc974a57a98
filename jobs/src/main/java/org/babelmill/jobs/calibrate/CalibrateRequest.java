package org.babelmill.jobs.calibrate;

import java.util.List;
import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.calibrate.CalibrationSettings;
import org.babelmill.quality.calibrate.Provenance;

/**
 * What a calibration is asked for.
 *
 * @param texts paths of reference text
 * @param language language of all of it, where the user says one
 * @param documents documents of each language taken from each file
 * @param crawl a run whose language scores give the language-score thresholds
 * @param settings methods
 * @param provenance what the files say of where they come from
 * @param output folder for the profiles
 * @param precision folder for precision lists, where they are wanted
 * @param affinity share of a listed word's use that belongs to its language
 */
public record CalibrateRequest(
        List<String> texts,
        Optional<LanguageTag> language,
        long documents,
        Optional<String> crawl,
        CalibrationSettings settings,
        Provenance provenance,
        String output,
        Optional<String> precision,
        double affinity) {}
