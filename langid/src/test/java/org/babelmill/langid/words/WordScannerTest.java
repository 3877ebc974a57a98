package org.babelmill.langid.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordScannerTest {

    private final WordScanner scanner = new WordScanner();

    @Test
    void readsLettersInLowerCaseWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(words("ISTANBUL, İzmir; l'Été!")).containsExactly("istanbul", "izmir", "l", "été");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void eachIdeographIsAWord() {
        assertThat(words("我们OK了ひらがな")).containsExactly("我", "们", "ok", "了", "ひらがな");
    }

    @Test
    void composesLettersAndMarks() {
        assertThat(words("e\u0301te\u0301 Vie\u0323\u0302t")).containsExactly("été", "việt");
        assertThat(words("o\u0323\u0301")).containsExactly("ọ\u0301");
    }

    @Test
    void leavesOutJoinersSoftHyphensAndArabicVowels() {
        assertThat(words("Sil\u00ADbe مَرْحَبًا كـتاب")).containsExactly("silbe", "مرحبا", "كتاب");
    }

    @Test
    void passesOverCodesAndAddresses() {
        assertThat(words("see https://example.org/a-b?c=d and www.example.org or me@example.org now"))
                .containsExactly("see", "and", "or", "now");
        assertThat(words("QmFzZTY0 h264 3D x86-64 word")).containsExactly("word");
        assertThat(words("eYGMfLx McDonald iPhone")).containsExactly("mcdonald", "iphone");
    }

    @Test
    void countsWhatItPassedOver() {
        words("a1b2 http://x.y");
        assertThat(scanner.skipped()).isEqualTo("ab".length() + "httpxy".length());
    }

    @Test
    void readsLettersBeyondTheBasicPlane() {
        assertThat(words("𞤀𞤣𞤤𞤢𞤥 x")).containsExactly("𞤢𞤣𞤤𞤢𞤥", "x");
        assertThat(words("𠀀𠀁")).containsExactly("𠀀", "𠀁");
    }

    @Test
    void cutsRunsThatNeverEnd() {
        assertThat(words("a".repeat(100)))
                .extracting(String::length)
                .containsExactly(WordScanner.MAX_LENGTH, WordScanner.MAX_LENGTH, 20);
    }

    @Property
    void endsOnAnyTextWithWordsThatFitTheirBuffer(@ForAll String text) {
        for (String word : words(text)) {
            assertThat(word).isNotEmpty().hasSizeLessThanOrEqualTo(WordScanner.MAX_LENGTH + 1);
            assertThat(word.chars().noneMatch(Character::isWhitespace)).isTrue();
        }
    }

    @Property
    void aWordStandsWhereItSaysItStarts(@ForAll String text) {
        char[] chars = text.toCharArray();
        scanner.reset(chars, 0, chars.length);
        int last = -1;
        while (scanner.next()) {
            assertThat(scanner.start()).isGreaterThan(last).isLessThan(chars.length);
            last = scanner.start();
        }
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withChars("abAB12@:/. w\n\u0301\u00AD東\uD83A\uDD00\uD800")
                .ofMaxLength(200);
    }

    @Property
    void noMoreIsPassedOverThanWasLeft(@ForAll("codes") String text) {
        char[] chars = text.toCharArray();
        scanner.reset(chars, 0, chars.length);
        List<Integer> most = new ArrayList<>(List.of(scanner.left()));
        while (scanner.next()) {
            most.add(scanner.skipped() + scanner.left());
        }
        assertThat(scanner.left()).isZero();
        assertThat(most).allMatch(bound -> scanner.skipped() <= bound);
    }

    private List<String> words(String text) {
        char[] chars = text.toCharArray();
        scanner.reset(chars, 0, chars.length);
        List<String> words = new ArrayList<>();
        while (scanner.next()) {
            words.add(new String(scanner.buffer(), 1, scanner.length()));
            assertThat(scanner.buffer()[scanner.length() + 1]).isEqualTo(' ');
        }
        return words;
    }
}
