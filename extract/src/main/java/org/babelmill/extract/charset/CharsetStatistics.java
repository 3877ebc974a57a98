package org.babelmill.extract.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Guesses a charset from the words of a page that hold bytes beyond ASCII: first by Mozilla's detector, and where that
 * has no answer or only the Western default, by ICU's. Which of the two Greek charsets it is, the whole page says. Not
 * thread-safe.
 */
final class CharsetStatistics {

    /** Fewer bytes beyond ASCII say nothing. */
    private static final int MIN_BYTES = 6;

    private final UniversalDetector universal = new UniversalDetector();
    private final CharsetDetector icu = new CharsetDetector();

    /** The likely charset of a page, or nothing when there is too little to tell. */
    Optional<Charset> guess(byte[] page) {
        byte[] sample = VisibleWords.of(page);
        if (VisibleWords.beyondAscii(sample) < MIN_BYTES) {
            return Optional.empty();
        }
        Optional<Charset> first = mozilla(sample);
        Optional<Charset> guess = first.isPresent() && !first.get().name().equals("windows-1252")
                ? first
                : icu(sample).or(() -> first);
        return guess.map(charset -> GreekCharsets.isGreek(charset) ? GreekCharsets.of(page) : charset);
    }

    private Optional<Charset> mozilla(byte[] sample) {
        universal.reset();
        universal.handleData(sample, 0, sample.length);
        universal.dataEnd();
        String name = universal.getDetectedCharset();
        return name == null || isUnlikely(name) ? Optional.empty() : CharsetLabels.find(name);
    }

    private Optional<Charset> icu(byte[] sample) {
        icu.setText(sample);
        for (CharsetMatch match : icu.detectAll()) {
            if (!isUnlikely(match.getName())) {
                return CharsetLabels.find(match.getName());
            }
        }
        return Optional.empty();
    }

    /** Charsets that pages without a byte order mark do not use but detectors like to see in short samples. */
    private static boolean isUnlikely(String name) {
        return name.startsWith("UTF-16")
                || name.startsWith("UTF-32")
                || name.startsWith("IBM42")
                || name.startsWith("X-ISO");
    }
}
