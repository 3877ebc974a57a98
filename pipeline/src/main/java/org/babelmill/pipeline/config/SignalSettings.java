package org.babelmill.pipeline.config;

import java.util.Optional;

/**
 * What measurements rest on.
 *
 * @param segmenter what cuts text into words
 * @param wordLists folder of word lists, one word or phrase a line: {@code toxic/xxx_Yyyy.txt}, {@code adult/xxx_Yyyy.txt},
 *     {@code precision/xxx_Yyyy.txt} from {@code babelmill calibrate}, {@code url/xxx_Yyyy.txt}
 * @param models folder of quality classifiers from {@code babelmill train-quality}
 */
public record SignalSettings(Segmenter segmenter, Optional<String> wordLists, Optional<String> models) {

    /** What cuts text into words. */
    public enum Segmenter {
        /** Rules and ICU's word lists, by script. */
        STANDARD,
        /** Lucene's analyzers for Japanese, Korean and Chinese; their jars must be on the class path. */
        LUCENE
    }
}
