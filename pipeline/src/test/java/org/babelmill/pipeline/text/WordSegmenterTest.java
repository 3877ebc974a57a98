package org.babelmill.pipeline.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSegmenterTest {

    private final WordSegmenter standard = WordSegmenters.standard(LanguageTag.parse("eng_Latn"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Hello, world!~Hello|,|world|!",
                "don't stop… now...~don't|stop|…|now|...",
                "3.14 and 1,000,000 (2024)~3.14|and|1,000,000|(|2024|)",
                "the end.The next~the|end|.|The|next",
                "example.com e.g. U.S.A.~example.com|e.g|.|U.S.A|.",
                "well-known~well|-|known",
                "Straße naïve Ünïcode~Straße|naïve|Ünïcode",
                "snake_case covid19~snake_case|covid19",
                "----- ### !?~-----|###|!|?",
                "Ελλάδα Україна~Ελλάδα|Україна",
                "नमस्ते दुनिया।~नमस्ते|दुनिया|।",
                "السلام عليكم، كيف؟~السلام|عليكم|،|كيف|؟",
                "བཀྲ་ཤིས་བདེ་ལེགས།~བཀྲ|ཤིས|བདེ|ལེགས|།",
                "ሰላም፡ዓለም።~ሰላም|ዓለም|።",
                "안녕하세요 세계~안녕하세요|세계",
                "我们在北京学习。~我们|在|北京|学习|。",
                "東京へ行きます。~東京|へ|行き|ます|。",
                "スーパーマーケットで3個~スーパーマーケット|で|3|個",
                "สวัสดีชาวโลก~สวัสดี|ชาว|โลก",
                "😀😀👍🏽~😀😀|👍|🏽"
            })
    void tokensAreWordsNumbersAndPunctuation(String text, String expected) {
        assertThat(String.join("|", standard.words(text))).isEqualTo(expected);
    }

    @Test
    void anApostropheElidesInFrenchAndJoinsInEnglish() {
        WordSegmenter french = WordSegmenters.standard(LanguageTag.parse("fra_Latn"));

        assertThat(french.words("l’eau d'aujourd'hui")).containsExactly("l", "eau", "d", "aujourd", "hui");
        assertThat(standard.words("o'clock")).containsExactly("o'clock");
    }

    @Test
    void aCombiningMarkStaysWithItsBase() {
        assertThat(standard.words("cafe\u0301 ne\u0301e")).containsExactly("cafe\u0301", "ne\u0301e");
        assertThat(standard.words("\u0E01\u0E33\u0E49\u0E49\u0E49")).hasSize(1);
    }

    @Test
    void joinersAreInsideWordsAndSpacesOfNoWidthBetweenThem() {
        assertThat(standard.words("می\u200Cخواهم")).containsExactly("می\u200Cخواهم");
        assertThat(standard.words("ab\u200Bcd")).containsExactly("ab", "cd");
    }

    @Test
    void whitespaceTokensAreWhatPythonSplits() {
        assertThat(WordSegmenters.whitespace().words(" a,b\u3000c\u2028d\u001Ce\u200Bf\u00A0 "))
                .containsExactly("a,b", "c", "d", "e\u200Bf");
    }

    @Test
    void chineseIsCutAsIcuCutsIt() {
        String text = "该队会倾向于让球员休息中华人民共和国成立于一九四九年他说这是一个非常重要的决定研究生命起源";
        BreakIterator icu = BreakIterator.getWordInstance(ULocale.ROOT);
        icu.setText(text);
        BitSet expected = new BitSet();
        for (int at = icu.first(); at != BreakIterator.DONE; at = icu.next()) {
            expected.set(at);
        }

        assertThat(boundaries(standard.words(text))).isEqualTo(expected);
    }

    @Test
    void aRunLongerThanAPieceLosesNothing() {
        String text = "ประเทศไทย".repeat(2000);

        assertThat(String.join("", standard.words(text))).isEqualTo(text);
    }

    @Property
    void tokensCoverEverythingButGapsInOrder(@ForAll String text) {
        Spans spans = new Spans();
        standard.segment(text.toCharArray(), text.length(), spans);

        int previous = 0;
        for (int i = 0; i < spans.size(); i++) {
            assertThat(spans.start(i)).isBetween(previous, spans.end(i) - 1);
            assertThat(text.substring(previous, spans.start(i)).codePoints())
                    .allMatch(c -> TokenClass.of(c) == TokenClass.GAP);
            previous = spans.end(i);
        }
        assertThat(text.substring(previous).codePoints()).allMatch(c -> TokenClass.of(c) == TokenClass.GAP);
    }

    /** Words are found sixty-four units at a time: where a text begins in such a block must not matter. */
    @Property(tries = 50)
    void whatGoesBeforeChangesNoToken(@ForAll String any) {
        String text = "l'eau don't 3.14 e\u0301te\u0301 𐐀𐐨 東京へ " + "a".repeat(130) + " end.The 😀 " + any;
        List<String> words = standard.words(text);
        List<String> pieces = WordSegmenters.whitespace().words(text);
        for (int gap = 1; gap <= 65; gap++) {
            assertThat(standard.words(" ".repeat(gap) + text)).isEqualTo(words);
            assertThat(WordSegmenters.whitespace().words("\n".repeat(gap) + text))
                    .isEqualTo(pieces);
        }
    }

    @Property
    void whiteSpacePartsAsInPython(@ForAll String any) {
        String text = any + " a\u00A0b\u0085 \u3000c\n" + any;
        List<String> expected = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (char unit : (text + " ").toCharArray()) {
            if ((CharacterClasses.of(unit) & CharacterClasses.SPACE) == 0) {
                piece.append(unit);
            } else if (!piece.isEmpty()) {
                expected.add(piece.toString());
                piece.setLength(0);
            }
        }
        assertThat(WordSegmenters.whitespace().words(text)).isEqualTo(expected);
    }

    private static BitSet boundaries(List<String> words) {
        BitSet result = new BitSet();
        int at = 0;
        result.set(0);
        for (String word : words) {
            at += word.length();
            result.set(at);
        }
        return result;
    }
}
