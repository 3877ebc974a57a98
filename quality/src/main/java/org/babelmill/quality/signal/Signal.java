package org.babelmill.quality.signal;

import static org.babelmill.quality.signal.SignalOrigin.BABELMILL;
import static org.babelmill.quality.signal.SignalOrigin.C4;
import static org.babelmill.quality.signal.SignalOrigin.FINEWEB;
import static org.babelmill.quality.signal.SignalOrigin.GOPHER;
import static org.babelmill.quality.signal.SignalOrigin.HPLT;
import static org.babelmill.quality.signal.SignalOrigin.REDPAJAMA;
import static org.babelmill.quality.signal.SignalOrigin.SUPPLIED;
import static org.babelmill.quality.signal.SignalUnit.CHARACTERS;
import static org.babelmill.quality.signal.SignalUnit.COUNT;
import static org.babelmill.quality.signal.SignalUnit.FLAG;
import static org.babelmill.quality.signal.SignalUnit.PERCENT;
import static org.babelmill.quality.signal.SignalUnit.RATIO;
import static org.babelmill.quality.signal.SignalUnit.SCORE_1;
import static org.babelmill.quality.signal.SignalUnit.SCORE_10;
import static org.babelmill.quality.signal.SignalUnit.SHARE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One figure about a text. The constant's name in lower case is its column in {@code signals} and its name in filter
 * plans. Lengths and shares are in code points. A figure that does not exist for a text - a share of nothing, a score
 * without a model - is NaN.
 */
public enum Signal {
    CHARS(BABELMILL, COUNT, "Characters of the text."),
    UTF8_BYTES(BABELMILL, COUNT, "Bytes of the text in UTF-8."),
    LINES(FINEWEB, COUNT, "Lines that are not blank."),
    PARAGRAPHS(GOPHER, COUNT, "Blocks parted by blank lines."),
    SENTENCES(C4, COUNT, "Sentences, by the end marks of every script."),
    TOKENS(GOPHER, COUNT, "Words, numbers and punctuation marks."),
    WORDS(GOPHER, COUNT, "Tokens with a character that is no punctuation."),

    DUP_PARA_FRAC(GOPHER, SHARE, "Share of paragraphs that repeat an earlier one."),
    DUP_PARA_CHAR_FRAC(GOPHER, SHARE, "Share of characters in paragraphs that repeat an earlier one."),
    DUP_LINE_FRAC(GOPHER, SHARE, "Share of lines that repeat an earlier one."),
    DUP_LINE_CHAR_FRAC(GOPHER, SHARE, "Share of characters in lines that repeat an earlier one."),
    TOP_2_GRAM(GOPHER, RATIO, "Characters in the most frequent pair of tokens, all occurrences, per character."),
    TOP_3_GRAM(GOPHER, RATIO, "Characters in the most frequent run of three tokens per character."),
    TOP_4_GRAM(GOPHER, RATIO, "Characters in the most frequent run of four tokens per character."),
    DUP_5_GRAM(GOPHER, SHARE, "Share of characters in runs of five tokens that came before."),
    DUP_6_GRAM(GOPHER, SHARE, "Share of characters in runs of six tokens that came before."),
    DUP_7_GRAM(GOPHER, SHARE, "Share of characters in runs of seven tokens that came before."),
    DUP_8_GRAM(GOPHER, SHARE, "Share of characters in runs of eight tokens that came before."),
    DUP_9_GRAM(GOPHER, SHARE, "Share of characters in runs of nine tokens that came before."),
    DUP_10_GRAM(GOPHER, SHARE, "Share of characters in runs of ten tokens that came before."),

    LINE_PUNCT_FRAC(FINEWEB, SHARE, "Share of lines that end in a sentence mark of any script."),
    LINE_PUNCT_2024_FRAC(
            FINEWEB, SHARE, "The same before December 2024: blank lines count, marks are . ' \" ! ? alone."),
    SHORT_LINE_FRAC(FINEWEB, SHARE, "Share of lines of at most 30 characters."),
    CHAR_DUP_FRAC(FINEWEB, SHARE, "Share of characters, line ends aside, in lines that repeat an earlier one."),
    NEW_LINE_RATIO(FINEWEB, RATIO, "Line ends per token."),

    MEAN_WORD_LENGTH(GOPHER, CHARACTERS, "Mean length of words."),
    MAX_WORD_LENGTH(C4, CHARACTERS, "Length of the longest word."),
    HASH_RATIO(GOPHER, RATIO, "Hash signs per token."),
    ELLIPSIS_RATIO(GOPHER, RATIO, "Ellipses, as one character or three dots, per token."),
    BULLET_LINE_FRAC(GOPHER, SHARE, "Share of lines that begin with a bullet or hyphen."),
    ELLIPSIS_LINE_FRAC(GOPHER, SHARE, "Share of lines that end with an ellipsis."),
    ALPHA_WORD_FRAC(GOPHER, SHARE, "Share of tokens with a letter."),
    STOP_WORDS(GOPHER, COUNT, "Different stop words of the language present, as they are written."),
    STOP_WORD_HITS(GOPHER, COUNT, "Occurrences of stop words, as they are written; datatrove's measure before 2025."),
    STOP_WORDS_ANY_CASE(BABELMILL, COUNT, "Different stop words of the language present, in upper or lower case."),
    STOP_WORD_FRAC(REDPAJAMA, SHARE, "Share of tokens that are stop words, in upper or lower case."),
    ENGLISH_STOP_WORDS(GOPHER, COUNT, "How many of the, be, to, of, and, that, have, with are present."),

    C4_LINE_FRAC(C4, SHARE, "Share of lines C4 keeps: three words, an end mark, no ellipsis, script or policy notice."),
    C4_SENTENCES(C4, COUNT, "Sentences in the lines that C4 keeps."),
    LONG_LINES(C4, COUNT, "Lines of at least 200 characters; mC4 wants three."),
    CURLY_BRACKETS(C4, COUNT, "Opening curly brackets."),
    LOREM_IPSUM(C4, COUNT, "Occurrences of \"lorem ipsum\"."),
    JAVASCRIPT_LINE_FRAC(C4, SHARE, "Share of lines that name JavaScript."),
    POLICY_LINE_FRAC(C4, SHARE, "Share of lines with an English cookie, privacy or terms notice."),

    MEAN_LINE_CHARS(HPLT, CHARACTERS, "Mean length of lines that are not blank."),
    MEAN_LINE_WORDS(HPLT, COUNT, "Words per line that is not blank, words as they are in the script."),
    MEAN_LINE_SPACED(HPLT, COUNT, "Pieces between white space per line that is not blank, in any script."),

    PROSE_FRAC(BABELMILL, SHARE, "Share of words that stand in lines of at least eight words."),

    LETTER_FRAC(BABELMILL, SHARE, "Share of characters that are letters."),
    MARK_FRAC(BABELMILL, SHARE, "Share of characters that are combining marks."),
    DIGIT_FRAC(REDPAJAMA, SHARE, "Share of characters that are decimal digits."),
    PUNCTUATION_FRAC(BABELMILL, SHARE, "Share of characters that are punctuation marks."),
    ODD_FRAC(HPLT, SHARE, "Share of characters that are symbols, emoji, controls, private or unassigned."),
    UPPER_FRAC(REDPAJAMA, SHARE, "Share of upper case among letters that have case, where most letters have."),
    CAPITALS_WORD_FRAC(REDPAJAMA, SHARE, "Share of words of two letters or more that are all capitals."),
    SCRIPT_FRAC(BABELMILL, SHARE, "Share of letters in a script that the language is written in."),
    LATIN_FRAC(BABELMILL, SHARE, "Share of letters in Latin script."),
    SCRIPT_COUNT(BABELMILL, COUNT, "Scripts with at least one letter in fifty."),
    UNIQUE_WORD_FRAC(REDPAJAMA, SHARE, "Different words per word, regardless of case."),
    WORD_ENTROPY(REDPAJAMA, SignalUnit.BITS, "Entropy of the distribution of words."),
    COMPRESSION_SAVED(HPLT, PERCENT, "Bytes saved by zstd level 3 on the text in lower case with digits as 1."),

    CODE_LINE_FRAC(BABELMILL, SHARE, "Share of lines that end as program code does: in a brace or semicolon."),
    TEMPLATE_RATIO(BABELMILL, RATIO, "Marks of unfilled templates, such as {{ or <%, per token."),
    MARKUP_RATIO(BABELMILL, RATIO, "HTML tags and character references left in the text, per token."),
    URL_RATIO(BABELMILL, RATIO, "Web addresses per word."),

    TOXIC_WORD_FRAC(BABELMILL, SHARE, "Share of tokens in entries of the user's list of toxic words."),
    ADULT_WORD_FRAC(BABELMILL, SHARE, "Share of tokens in entries of the user's list of adult words."),
    LISTED_WORD_FRAC(FINEWEB, SHARE, "Share of different words that are on the language's precision list."),
    URL_LANGUAGE_HINT(FINEWEB, FLAG, "1 where the address names the language: by domain, language code or word."),

    WDS(HPLT, SCORE_10, "HPLT 3.0's document score."),
    WDS_LANGUAGE(HPLT, SCORE_10, "Subscore: letters in lines of the right language."),
    WDS_URL(HPLT, SCORE_10, "Subscore: few web addresses."),
    WDS_PUNCTUATION(HPLT, SCORE_10, "Subscore: as much punctuation as the language has."),
    WDS_SINGULAR(HPLT, SCORE_10, "Subscore: few odd characters."),
    WDS_NUMBERS(HPLT, SCORE_10, "Subscore: few digits."),
    WDS_REPEATED(HPLT, SCORE_10, "Subscore: few repeated lines."),
    WDS_LONG(HPLT, SCORE_10, "Subscore: lines of more than 250 characters, at most ten."),
    WDS_GREAT(HPLT, SCORE_10, "Subscore: length of the longest line, from 250 to 1000 characters."),
    WDS_INFORMATIVENESS(HPLT, SCORE_10, "Subscore: compresses as text of its size does."),

    WDS2(HPLT, SCORE_1, "The document score of HPLT's scorer 1.3."),
    WDS2_LANGUAGE(HPLT, SCORE_1, "Subscore: letters in lines of the right language."),
    WDS2_URL(HPLT, SCORE_1, "Subscore: few web addresses."),
    WDS2_PUNCTUATION(HPLT, SCORE_1, "Subscore: as much punctuation as the language has, and in every long line."),
    WDS2_SINGULAR(HPLT, SCORE_1, "Subscore: few odd characters, and no heaps of them."),
    WDS2_NUMBERS(HPLT, SCORE_1, "Subscore: few digits, and no heaps of them."),
    WDS2_REPEATED(HPLT, SCORE_1, "Subscore: few lines that occur more than once."),
    WDS2_LONG(HPLT, SCORE_1, "Subscore: lines of more than 250 characters, at most ten."),
    WDS2_GREAT(HPLT, SCORE_1, "Subscore: length of the longest line, from 250 to 1000 characters."),
    WDS2_INFORMATIVENESS(HPLT, SCORE_1, "Subscore: compresses as text of its size does."),
    WDS2_SHORT_LINES(HPLT, SCORE_1, "Recorded beside the score: evenness of line lengths up to 250 characters."),

    QUALITY_SCORE(BABELMILL, SCORE_1, "Probability of good text by the language's quality classifier."),

    LANGUAGE_SCORE(SUPPLIED, SCORE_1, "Probability of the language, from the language identifier.");

    private static final Map<String, Signal> BY_COLUMN =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Signal::column, Function.identity()));
    private static final List<String> COLUMNS =
            Arrays.stream(values()).map(Signal::column).toList();

    private final SignalOrigin origin;
    private final SignalUnit unit;
    private final String description;
    private final String column;

    Signal(SignalOrigin origin, SignalUnit unit, String description) {
        this.origin = origin;
        this.unit = unit;
        this.description = description;
        this.column = name().toLowerCase(Locale.ROOT);
    }

    /** The signal of a column. */
    public static Optional<Signal> of(String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }

    /** All columns, in order. */
    public static List<String> columns() {
        return COLUMNS;
    }

    /** The place of the signal in an array of all. */
    @SuppressWarnings("EnumOrdinal") // the one place where the order of the constants becomes a number
    int index() {
        return ordinal();
    }

    /** The column's name: lower case with underscores. */
    public String column() {
        return column;
    }

    /** Who defined it. */
    public SignalOrigin origin() {
        return origin;
    }

    /** What it is measured in, and from where to where it goes. */
    public SignalUnit unit() {
        return unit;
    }

    /** One sentence about what it says. */
    public String description() {
        return description;
    }
}
