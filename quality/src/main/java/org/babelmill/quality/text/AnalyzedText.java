package org.babelmill.quality.text;

import org.babelmill.pipeline.text.SentenceSegmenter;
import org.babelmill.pipeline.text.Spans;
import org.babelmill.pipeline.text.WordSegmenter;

/**
 * A text and everything that several measurements need to know of it: characters, lines, tokens, sentences. Loaded with
 * one text after another; belongs to one thread.
 */
public final class AnalyzedText {

    private final Lines lines = new Lines();
    private final Tokens tokens = new Tokens();
    private final Spans sentences = new Spans();
    private final SentenceSegmenter sentenceSegmenter = new SentenceSegmenter();
    private char[] chars = new char[8192];
    private int length;
    private int codePoints;
    private boolean sentencesFound;

    /**
     * Takes in a text.
     *
     * @param segmenter finds its tokens
     * @param wanted the scripts the text's language is written in
     */
    public void load(String text, WordSegmenter segmenter, ScriptSet wanted) {
        length = text.length();
        chars = Scratch.fresh(chars, length + TokenTypes.READ_BEHIND);
        text.getChars(0, length, chars, 0);
        lines.fill(chars, length, wanted);
        codePoints = lines.size() - 1;
        for (int line = 0; line < lines.size(); line++) {
            codePoints += lines.length(line);
        }
        tokens.spans().clear();
        segmenter.segment(chars, length, tokens.spans());
        tokens.measure(chars);
        sentencesFound = false;
    }

    /** The text's UTF-16 units, in an array that may be longer than the text. Not to be changed. */
    public char[] chars() {
        return chars;
    }

    /** How many UTF-16 units the text has. */
    public int length() {
        return length;
    }

    /** How many code points the text has; what Python's {@code len} says. */
    public int codePoints() {
        return codePoints;
    }

    /** The text's lines. */
    public Lines lines() {
        return lines;
    }

    /** The text's tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** The text's sentences, none of which spans two lines; looked for when they are first asked for. */
    public Spans sentences() {
        if (!sentencesFound) {
            sentences.clear();
            sentenceSegmenter.segment(chars, length, sentences);
            sentencesFound = true;
        }
        return sentences;
    }
}
