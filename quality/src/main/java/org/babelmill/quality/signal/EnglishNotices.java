package org.babelmill.quality.signal;

import java.util.List;
import java.util.stream.Stream;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.pipeline.text.WordSegmenters;
import org.babelmill.quality.text.PhraseMatcher;
import org.babelmill.quality.text.WordSet;

/** The English words and phrases that Gopher and C4 look for on pages of any language. Immutable. */
final class EnglishNotices {

    /** Gopher's eight stop words. */
    static final WordSet GOPHER_STOP_WORDS =
            WordSet.asWritten(List.of("the", "be", "to", "of", "and", "that", "have", "with"), english());

    static final PhraseMatcher LOREM_IPSUM = matcher(List.of("lorem ipsum"));
    static final PhraseMatcher JAVASCRIPT = matcher(List.of("javascript"));

    private static final List<String> POLICIES =
            List.of("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies");

    /** C4's notices of site policy. */
    static final PhraseMatcher POLICY = matcher(POLICIES);

    /** All of them, to ask whether one may begin. */
    static final PhraseMatcher ANY = matcher(Stream.concat(Stream.of("lorem ipsum", "javascript"), POLICIES.stream())
            .toList());

    private EnglishNotices() {}

    private static PhraseMatcher matcher(List<String> phrases) {
        PhraseMatcher matcher = new PhraseMatcher();
        for (String phrase : phrases) {
            matcher.add(phrase, english());
        }
        return matcher;
    }

    private static WordSegmenter english() {
        return WordSegmenters.standard(LanguageTag.parse("eng_Latn"));
    }
}
