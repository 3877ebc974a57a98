package org.babelmill.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.pipeline.text.Scripts;
import org.junit.jupiter.api.Test;

class TextSimplifierTest {

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,\u060C\u066B\u2396\u2397\u2398]\\p{Nd}+)?");

    /** The 66 printable and 63 control characters of datatrove's list. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\u0000-\u0008\u000B-\u001F\u007F-\u009F!-/:-@\\[-`{-~"
            + "\u00AB\u00B4\u00BB\u2013\u2014\u2019\u201C-\u201E\u2026\u2236\u2501\u25BA\u3001\u3002\u3008-\u300D\u3010"
            + "\u3011\uFF01\uFF05\uFF08\uFF09\uFF0C\uFF0E\uFF11\uFF1A\uFF1B\uFF1F\uFF5E]");

    private final TextSimplifier simplifier = new TextSimplifier();

    @Test
    void caseNumbersPunctuationAndMarksDisappear() {
        assertThat(
                        simplify(
                                "The quick brown fox jumps over the lazy dog, 3.14 times in 2024! Café naïve Ünïcode — déjà vu."))
                .isEqualTo("the quick brown fox jumps over the lazy dog 0 times in 0 cafe naive unicode deja vu");
    }

    @Test
    void aNumberHasOneFractionAtMost() {
        assertThat(simplify("1.2.3.4 5,6,7 8 . 9 10.  11 ,12 13.a 14")).isEqualTo("0 0 0 0 0 0 0 0 0 0 a 0");
        assertThat(simplify("1.2.3.4")).isEqualTo("0 0");
        assertThat(simplify("7٫5 and 7،x")).isEqualTo("0 and 0،x");
        assertThat(simplify("v2.")).isEqualTo("v0");
    }

    @Test
    void charactersOfUnspacedScriptsStandAlone() {
        assertThat(simplify("磨坊ABC書 x")).isEqualTo("磨 坊 abc 書 x");
        TokenBuffer tokens = simplifier.simplify("磨abc ");
        assertThat(tokens.count()).isEqualTo(2);
        assertThat(tokens.isAlone(0)).isTrue();
        assertThat(tokens.isAlone(1)).isFalse();
    }

    @Test
    void finalSigmaIsToldByItsNeighbours() {
        assertThat(simplify("ΟΔΟΣ ΣΑΣ. Σ ΑΣ'Α ΑΣ'")).isEqualTo("οδος σας σ ασ α ας");
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(simplify("IŞIK İLE TITLE")).isEqualTo("isik ile title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingGivesNoTokens() {
        assertThat(simplifier.simplify("").count()).isZero();
        assertThat(simplifier.simplify(" \n\t!? \u0301").count()).isZero();
        assertThat(simplifier.simplify(" \n\t!? \u0301").length()).isZero();
    }

    @Test
    void halfASurrogatePairIsNotLost() {
        assertThat(simplify("a\uD800b \uDC00")).isEqualTo("a\uFFFDb \uFFFD");
        assertThat(simplify("a\uD800")).isEqualTo("a\uFFFD");
    }

    @Test
    void wordsAndNumbersLongerThanAChunkStayWhole() {
        String word = "x".repeat(10_000);
        String digits = "7".repeat(10_000);

        assertThat(simplify(word + " " + digits + "." + digits + " " + word)).isEqualTo(word + " 0 " + word);
        assertThat(simplify("각".repeat(9_000))).hasSize(27_000);
        assertThat(simplifier.simplify("字 ".repeat(50_000)).count()).isEqualTo(50_000);
    }

    /** Searching the neighbours of each sigma must not make the whole quadratic: this ends only if it is linear. */
    @Test
    void aTextOfSigmasAndDotsIsLinear() {
        String dots = ".".repeat(1_000);

        assertThat(simplifier.simplify(("Σ" + dots).repeat(2_000)).count()).isEqualTo(2_000);
        assertThat(simplifier
                        .simplify("Σ".repeat(1_000_000) + ".".repeat(1_000_000))
                        .count())
                .isOne();
    }

    @Property(tries = 3000)
    void onePassGivesWhatTheStepsGiveOneAfterTheOther(@ForAll("texts") String text) {
        assertThat(simplify(text)).isEqualTo(stepByStep(text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> likely = Arbitraries.of(
                'a', 'B', 'é', 'İ', 'Σ', 'ς', 'σ', '1', '٢', '9', '.', ',', '،', ' ', '\n', '\u00A0', '\u0301',
                '\u0308', '字', 'ガ', 'ー', 'ไ', '각', '\u1100', 'Ω', '\'', '-', '\u200B', '\uFF11', '\u2260', '\u0915',
                '\u093F');
        Arbitrary<Character> any = Arbitraries.chars().filter(c -> !Character.isSurrogate(c) && !isReordered(c));
        Arbitrary<String> rare = Arbitraries.of("𐐀", "𝟙", "🏭", "𠮷", "\uD834\uDD57", "𞤀");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(12, likely.map(String::valueOf)),
                        net.jqwik.api.Tuple.of(4, any.map(String::valueOf)),
                        net.jqwik.api.Tuple.of(1, rare))
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    /** Spacing marks with a combining class, whose order is left as it is; see the class comment. */
    private static boolean isReordered(char c) {
        String behindClassOne = c + "\u0334";
        return Character.getType(c) != Character.NON_SPACING_MARK
                && !Normalizer.normalize(behindClassOne, Normalizer.Form.NFD)
                        .equals(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD) + "\u0334");
    }

    private String simplify(String text) {
        return simplifier.simplify(text).toString();
    }

    /** The definition, in as many passes as it has steps. */
    private static String stepByStep(String text) {
        String numbers = NUMBER.matcher(lower(text)).replaceAll("0");
        String spaces = PUNCTUATION.matcher(numbers).replaceAll(" ");
        StringBuilder result = new StringBuilder();
        Normalizer.normalize(spaces, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    boolean alone = Scripts.isUnspaced(Scripts.of(c));
                    result.append(alone ? " " : "").appendCodePoint(c).append(alone ? " " : "");
                });
        return result.toString()
                .replaceAll("[\\s\u001C-\u001F\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+", " ")
                .strip();
    }

    /** Lower case; for sigma by the letter of the standard, where the JDK asks a word iterator. */
    private static String lower(String text) {
        Pattern ignorable = Pattern.compile(
                "[\\p{Mn}\\p{Me}\\p{Cf}\\p{Lm}\\p{Sk}':.\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A]*+");
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != 'Σ') {
                result.append(text.charAt(i));
                continue;
            }
            String before = new StringBuilder(text.substring(0, i)).reverse().toString();
            boolean cased = Pattern.compile(ignorable + "[\\p{IsUppercase}\\p{IsLowercase}\\p{Lt}]")
                    .matcher(before)
                    .lookingAt();
            boolean goesOn = Pattern.compile(ignorable + "[\\p{IsUppercase}\\p{IsLowercase}\\p{Lt}]")
                    .matcher(text.substring(i + 1))
                    .lookingAt();
            result.append(cased && !goesOn ? 'ς' : 'σ');
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }
}
