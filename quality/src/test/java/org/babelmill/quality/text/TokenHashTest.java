package org.babelmill.quality.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {

    private static long unitByUnit(char[] text, int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            hash = TokenHash.append(hash, text[i]);
        }
        return hash;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 513, 5000})
    void aTextHasTheHashOfItsUnitsOneAfterAnother(int length) {
        char[] highest = new char[length + 2];
        Arrays.fill(highest, Character.MAX_VALUE);
        char[] mixed = new char[length + 2];
        Random random = new Random(length);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (char) random.nextInt(0x10000);
        }
        for (char[] text : new char[][] {highest, mixed}) {
            assertThat(TokenHash.of(text, 1, length + 1)).isEqualTo(unitByUnit(text, 1, length + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 256, 300, 699, 700})
    void theHashOfTwoPartsIsThatOfTheWhole(int cut) {
        char[] text = "Wort für Wort ".repeat(50).toCharArray();
        long left = TokenHash.of(text, 0, cut);
        long right = TokenHash.of(text, cut, 700);
        long whole = TokenHash.of(text, 0, 700);
        assertThat(TokenHash.concat(left, right, 700 - cut)).isEqualTo(whole);
    }

    /** Quality models hold these numbers in their files. */
    @Test
    void hashesAreThoseOfFilesThatExist() {
        char[] word = "Überlänge".toCharArray();
        assertThat(TokenHash.of(word, 0, word.length)).isEqualTo(8142539585675022L);
        assertThat(TokenHash.folded(word, 0, word.length)).isEqualTo(1184829745715977610L);
    }

    @Test
    void foldedIsTheHashInLowerCaseWithAPlainApostrophe() {
        char[] written = "L’ÉTÉ".toCharArray();
        char[] plain = "l'été".toCharArray();
        assertThat(TokenHash.folded(written, 0, 5)).isEqualTo(TokenHash.of(plain, 0, 5));
    }
}
