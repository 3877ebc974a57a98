package org.babelmill.quality.signal;

import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.Lines;

/** How lines begin and end, and how long they are: FineWeb's, Gopher's and HPLT's metrics of lines. */
final class LineSignals {

    private static final int SHORT = 30;
    private static final int LONG = 200;

    private int lines;
    private int marked;
    private int markedInEnglish;
    private int shortLines;
    private int longLines;
    private int code;
    private long chars;
    private int pieces;
    private int pythonLines;
    private int bullets;
    private int ellipses;

    void measure(AnalyzedText text, Collector into) {
        lines = 0;
        marked = 0;
        markedInEnglish = 0;
        shortLines = 0;
        longLines = 0;
        code = 0;
        chars = 0;
        pieces = 0;
        for (int i = 0; i < text.lines().size(); i++) {
            line(text, i);
        }
        pythonLines(text);
        write(text, into);
    }

    private void write(AnalyzedText text, Collector into) {
        into.set(Signal.LINES, lines);
        into.set(Signal.LONG_LINES, longLines);
        if (lines > 0) {
            double n = lines;
            into.set(Signal.LINE_PUNCT_FRAC, marked / n);
            into.set(
                    Signal.LINE_PUNCT_2024_FRAC,
                    markedInEnglish / (double) text.lines().size());
            into.set(Signal.SHORT_LINE_FRAC, shortLines / n);
            into.set(Signal.CODE_LINE_FRAC, code / n);
            into.set(Signal.MEAN_LINE_CHARS, chars / n);
            into.set(Signal.MEAN_LINE_SPACED, pieces / n);
        }
        if (pythonLines > 0) {
            into.set(Signal.BULLET_LINE_FRAC, bullets / (double) pythonLines);
            into.set(Signal.ELLIPSIS_LINE_FRAC, ellipses / (double) pythonLines);
        }
        if (text.tokens().size() > 0) {
            into.set(
                    Signal.NEW_LINE_RATIO,
                    (text.lines().size() - 1) / (double) text.tokens().size());
        }
    }

    private void line(AnalyzedText text, int i) {
        Lines table = text.lines();
        if (table.isBlank(i)) {
            return;
        }
        lines++;
        chars += table.length(i);
        shortLines += table.length(i) <= SHORT ? 1 : 0;
        longLines += table.length(i) >= LONG ? 1 : 0;
        char[] units = text.chars();
        int end = table.end(i);
        marked += isTerminal(units, table.start(i), end) ? 1 : 0;
        markedInEnglish += isEnglishMark(units[end - 1]) ? 1 : 0;
        while (isSpace(units[end - 1])) {
            end--;
        }
        code += isCodeEnd(units[end - 1]) ? 1 : 0;
        pieces += table.pieces(i);
    }

    private static boolean isTerminal(char[] units, int start, int end) {
        int last = Character.codePointBefore(units, end, start);
        return (CharacterClasses.of(last) & CharacterClasses.TERMINAL) != 0;
    }

    private static boolean isEnglishMark(char c) {
        return c == '.' || c == '\'' || c == '"' || c == '!' || c == '?';
    }

    private static boolean isCodeEnd(char c) {
        return c == ';' || c == '{' || c == '}';
    }

    /** Lines as Python's {@code splitlines} parts them: at every kind of line end, and without an empty last one. */
    private void pythonLines(AnalyzedText text) {
        pythonLines = 0;
        bullets = 0;
        ellipses = 0;
        if (text.lines().hasOtherBreaks()) {
            brokenLines(text);
        } else {
            feedLines(text);
        }
    }

    private void feedLines(AnalyzedText text) {
        Lines table = text.lines();
        for (int i = 0; i < table.size(); i++) {
            if (table.start(i) < text.length()) {
                pythonLine(text.chars(), table.start(i), table.end(i));
            }
        }
    }

    private void brokenLines(AnalyzedText text) {
        char[] units = text.chars();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if ((CharacterClasses.of(units[at]) & CharacterClasses.LINE_BREAK) != 0) {
                pythonLine(units, start, at);
                at += units[at] == '\r' && at + 1 < text.length() && units[at + 1] == '\n' ? 1 : 0;
                start = at + 1;
            }
        }
        if (start < text.length()) {
            pythonLine(units, start, text.length());
        }
    }

    private void pythonLine(char[] units, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(units[start])) {
            start++;
        }
        while (end > start && isSpace(units[end - 1])) {
            end--;
        }
        pythonLines++;
        if (start < end) {
            bullets += units[start] == '\u2022' || units[start] == '-' ? 1 : 0;
            ellipses += endsWithEllipsis(units, start, end) ? 1 : 0;
        }
    }

    static boolean endsWithEllipsis(char[] units, int start, int end) {
        return units[end - 1] == '\u2026'
                || (end - start >= 3 && units[end - 1] == '.' && units[end - 2] == '.' && units[end - 3] == '.');
    }

    private static boolean isSpace(char c) {
        return (CharacterClasses.of(c) & CharacterClasses.SPACE) != 0;
    }
}
