package org.babelmill.quality.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Scripts;
import org.babelmill.pipeline.text.WordSegmenters;

/** What is read by tables, eight or sixty-four units at a time, is what one finds character by character. */
class AnalyzedTextTest {

    private static final LanguageTag JAPANESE = LanguageTag.parse("jpn_Jpan");

    private final AnalyzedText text = new AnalyzedText();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "the",
                "The",
                "THE",
                "I",
                "İ",
                "ı",
                "été",
                "e\u0301te\u0301",
                "L’été",
                "ß",
                "ǅ",
                "Ⓐ",
                "𐐀𐐨",
                "𠮷野家",
                "東京",
                "ひらがな",
                "ภาษาไทย",
                "한국어",
                "42",
                "٤٢",
                "…",
                "...",
                " ",
                "  ",
                "\n",
                "\n\n",
                "\r\n",
                "\u0085",
                "\u2028",
                "\t",
                "\0",
                "\uD83D\uDE00",
                "\uD800",
                "\uDC00",
                "abcdefgh",
                "abcdefghi",
                "a".repeat(127),
                "b".repeat(300),
                "É".repeat(300));
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(12);
        return Arbitraries.oneOf(known, any).list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    private void load(String content) {
        text.load(content, WordSegmenters.standard(JAPANESE), ScriptSet.of(JAPANESE));
    }

    @Property(tries = 500)
    void tokensOfATypeAreTheSameString(@ForAll("texts") String content) {
        load("left over from a longer text ".repeat(30));
        load(content);
        Tokens tokens = text.tokens();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = content.substring(tokens.start(i), tokens.end(i));
            numbers.putIfAbsent(token, numbers.size());
            counts.merge(token, 1, Integer::sum);
            assertThat(tokens.type(i)).as(token).isEqualTo(numbers.get(token));
        }
        assertThat(tokens.types().size()).isEqualTo(numbers.size());
        numbers.forEach((token, type) -> {
            assertThat(tokens.types().count(type)).as(token).isEqualTo(counts.get(token));
            same(token, type);
        });
    }

    private void same(String token, int type) {
        TokenTypes types = text.tokens().types();
        long hash = 0;
        long folded = 0;
        boolean folds = false;
        for (int i = 0; i < token.length(); i++) {
            char unit = token.charAt(i);
            hash = TokenHash.append(hash, unit);
            folded = TokenHash.append(folded, unit == '’' ? '\'' : (char) Character.toLowerCase((int) unit));
        }
        for (int c : token.codePoints().toArray()) {
            folds |= c == '’' || (CharacterClasses.of(c) & CharacterClasses.UPPER) != 0;
        }
        assertThat(types.hash(type)).as(token).isEqualTo(hash);
        assertThat(types.folded(type)).as(token).isEqualTo(folds ? folded : hash);
        assertThat(types.length(type)).as(token).isEqualTo(token.codePointCount(0, token.length()));
        assertThat(types.is(type, TokenTypes.ALPHABETIC)).as(token).isEqualTo(has(token, CharacterClasses.LETTER));
        assertThat(types.is(type, TokenTypes.UPPER)).as(token).isEqualTo(has(token, CharacterClasses.UPPER));
        assertThat(types.is(type, TokenTypes.LOWER)).as(token).isEqualTo(has(token, CharacterClasses.LOWER));
        assertThat(types.is(type, TokenTypes.WORD))
                .as(token)
                .isEqualTo(token.codePoints().anyMatch(c -> (CharacterClasses.of(c) & CharacterClasses.SYMBOL) == 0));
    }

    private static boolean has(String token, int bits) {
        return token.codePoints().anyMatch(c -> (CharacterClasses.of(c) & bits) != 0);
    }

    @Property(tries = 500)
    void linesAreCountedAsCharacterByCharacter(@ForAll("texts") String content) {
        load(content);
        Lines lines = text.lines();
        String[] expected = content.split("\n", -1);
        ScriptSet wanted = ScriptSet.of(JAPANESE);
        assertThat(lines.size()).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            int[] points = expected[i].codePoints().toArray();
            assertThat(lines.length(i)).isEqualTo(points.length);
            assertThat(lines.letters(i)).isEqualTo(count(points, CharacterClasses.LETTER));
            assertThat(lines.digits(i)).isEqualTo(count(points, CharacterClasses.DIGIT));
            assertThat(lines.punctuation(i)).isEqualTo(count(points, CharacterClasses.PUNCTUATION_MARK));
            assertThat(lines.spaces(i)).isEqualTo(count(points, CharacterClasses.SPACE));
            assertThat(lines.odd(i)).isEqualTo(count(points, CharacterClasses.ODD));
            assertThat(lines.pieces(i)).isEqualTo(pieces(points));
            long inScripts = expected[i]
                    .codePoints()
                    .filter(c -> (CharacterClasses.of(c) & CharacterClasses.LETTER) != 0)
                    .filter(c -> wanted.contains(Scripts.of(c)))
                    .count();
            assertThat(lines.scriptLetters(i)).isEqualTo((int) inScripts);
        }
        int[] all = content.codePoints().toArray();
        assertThat(lines.upper()).isEqualTo(count(all, CharacterClasses.UPPER));
        assertThat(lines.lower()).isEqualTo(count(all, CharacterClasses.LOWER));
        assertThat(lines.marks()).isEqualTo(count(all, CharacterClasses.MARK));
        assertThat(lines.hasOtherBreaks())
                .isEqualTo(content.codePoints()
                        .anyMatch(c -> c != '\n' && (CharacterClasses.of(c) & CharacterClasses.LINE_BREAK) != 0));
    }

    private static int count(int[] points, int bits) {
        int count = 0;
        for (int c : points) {
            count += (CharacterClasses.of(c) & bits) != 0 ? 1 : 0;
        }
        return count;
    }

    private static int pieces(int[] points) {
        int pieces = 0;
        boolean afterSpace = true;
        for (int c : points) {
            boolean space = (CharacterClasses.of(c) & CharacterClasses.SPACE) != 0;
            pieces += afterSpace && !space ? 1 : 0;
            afterSpace = space;
        }
        return pieces;
    }

    @Example
    void aTableGrowsBeyondWhatWasExpected() {
        CountTable table = new CountTable();
        List<Integer> numbers = new ArrayList<>();
        table.reset(1);
        for (int round = 0; round < 2; round++) {
            for (int key = 0; key < 5000; key++) {
                numbers.add(table.add(key * 0x1_0000_0001L, key));
            }
        }
        assertThat(table.size()).isEqualTo(5000);
        for (int key = 0; key < 5000; key++) {
            assertThat(numbers.get(key)).isEqualTo(key);
            assertThat(numbers.get(5000 + key)).isEqualTo(key);
            assertThat(table.count(key)).isEqualTo(2);
            assertThat(table.first(key)).isEqualTo(key);
        }
    }
}
