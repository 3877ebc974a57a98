package org.babelmill.quality.signal;

import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.KeySet;
import org.babelmill.quality.text.Lines;
import org.babelmill.quality.text.TokenHash;

/**
 * Gopher's paragraphs: what two or more line feeds part, after white space is trimmed from both ends of the text. Counts those
 * that repeat an earlier one. Made up from lines, whose hashes are known. Belongs to one thread.
 */
final class Paragraphs {

    private final KeySet seen = new KeySet();
    private char[] chars = {};
    private int count;
    private int repeated;
    private int repeatedChars;

    void measure(AnalyzedText text) {
        chars = text.chars();
        count = 0;
        repeated = 0;
        repeatedChars = 0;
        Lines lines = text.lines();
        seen.reset(lines.size());
        int first = 0;
        int last = lines.size() - 1;
        while (first < last && lines.isBlank(first)) {
            first++;
        }
        while (last > first && lines.isBlank(last)) {
            last--;
        }
        if (!lines.isBlank(first)) {
            all(lines, first, last);
        }
    }

    private void all(Lines lines, int first, int last) {
        int start = lines.start(first);
        while (isSpace(chars[start])) {
            start++;
        }
        int end = lines.end(last);
        while (isSpace(chars[end - 1])) {
            end--;
        }
        int next = first;
        while (next <= last) {
            next = one(lines, next, start, end);
        }
    }

    /** Reads the paragraph that begins with a line, of a text with these ends; returns the line that the next begins with. */
    private int one(Lines lines, int first, int textStart, int textEnd) {
        int start = Math.max(textStart, lines.start(first));
        int stop = Math.min(textEnd, lines.end(first));
        long hash = hash(lines, first, start, stop);
        int line = first + 1;
        for (; stop < textEnd && lines.length(line) > 0; line++) {
            int end = Math.min(textEnd, lines.end(line));
            hash = TokenHash.append(hash, '\n');
            hash = TokenHash.concat(hash, hash(lines, line, lines.start(line), end), end - lines.start(line));
            stop = end;
        }
        count++;
        if (!seen.add(hash)) {
            repeated++;
            repeatedChars += Character.codePointCount(chars, start, stop - start);
        }
        while (stop < textEnd && lines.length(line) == 0) {
            line++;
        }
        return line;
    }

    private long hash(Lines lines, int line, int start, int end) {
        boolean whole = start == lines.start(line) && end == lines.end(line);
        return whole ? lines.hash(line) : TokenHash.of(chars, start, end);
    }

    int count() {
        return count;
    }

    /** Those that repeat an earlier one. */
    int repeated() {
        return repeated;
    }

    /** Code points of those that repeat an earlier one. */
    int repeatedChars() {
        return repeatedChars;
    }

    private static boolean isSpace(char c) {
        return (CharacterClasses.of(c) & CharacterClasses.SPACE) != 0;
    }
}
