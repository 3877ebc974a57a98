package org.babelmill.quality.score;

import java.util.Optional;
import org.babelmill.quality.text.Lines;

/**
 * What a document score is made from.
 *
 * @param lines the text's lines
 * @param lineMatches for each line whether it is in the text's language; without them a line counts as right when most
 *     of its letters are of the language's script
 * @param chars code points of the text
 * @param urls web addresses in the text
 * @param bytes bytes that were compressed
 * @param saved per cent saved by compression
 */
public record ScoreInput(Lines lines, Optional<LineMatches> lineMatches, int chars, int urls, int bytes, double saved) {

    public ScoreInput {
        if (lineMatches.isPresent() && lineMatches.get().size() != lines.size()) {
            throw new IllegalArgumentException("a language match for each of " + lines.size() + " lines, not for "
                    + lineMatches.get().size());
        }
    }

    /** Whether a line is in the text's language. */
    boolean isRight(int line) {
        if (lineMatches.isPresent()) {
            return lineMatches.get().get(line);
        }
        return lines.scriptLetters(line) * 2 > lines.letters(line);
    }
}
