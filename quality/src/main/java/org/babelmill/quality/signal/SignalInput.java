package org.babelmill.quality.signal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.score.LineMatches;

/**
 * A text to be measured, with what else is known of it.
 *
 * @param text the text, best in NFC: lengths are counted as it is
 * @param tag its language
 * @param url its address, where it has one
 * @param lineMatches for each line whether it is in that language; without them the script of a line decides
 */
public record SignalInput(String text, LanguageTag tag, Optional<String> url, Optional<LineMatches> lineMatches) {

    public SignalInput {
        requireNonNull(text, "text");
        requireNonNull(tag, "tag");
        requireNonNull(url, "url");
        requireNonNull(lineMatches, "lineMatches");
    }

    /** A text of which only the language is known. */
    public static SignalInput of(String text, LanguageTag tag) {
        return new SignalInput(text, tag, Optional.empty(), Optional.empty());
    }
}
