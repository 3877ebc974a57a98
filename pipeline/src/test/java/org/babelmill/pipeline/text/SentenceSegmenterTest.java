package org.babelmill.pipeline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSegmenterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "One. Two! Three?~One.|Two!|Three?",
                "He said \"Go.\" Then left.~He said \"Go.\"|Then left.",
                "J. R. Smith paid 3.50 at 5 p.m. today.~J. R. Smith paid 3.50 at 5 p.m. today.",
                "No end mark~No end mark",
                "今天下雨。我在家！你呢？~今天下雨。|我在家！|你呢？",
                "「そうです。」と言った。~「そうです。」|と言った。",
                "यह एक है। वह दो है।~यह एक है।|वह दो है।",
                "كيف حالك؟أنا بخير.~كيف حالك؟|أنا بخير.",
                "ကျွန်တော်သွားမယ်။ သူလာမယ်။~ကျွန်တော်သွားမယ်။|သူလာမယ်။",
                "བཀྲ་ཤིས། བདེ་ལེགས།~བཀྲ་ཤིས།|བདེ་ལེགས།",
                "One 🙂. Two 🙂!~One 🙂.|Two 🙂!",
                "Wait... what?~Wait... what?",
                "Wait... What?~Wait...|What?"
            })
    void marksOfEveryScriptEndSentences(String text, String expected) {
        assertThat(String.join("|", new SentenceSegmenter().sentences(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"? Bcdefghi", "\nBcdefghi", "。Bcdefghi"})
    void anEndIsFoundWhereverItStands(String rest) {
        for (int before = 1; before < 9; before++) {
            assertThat(new SentenceSegmenter().sentences("x".repeat(before) + rest))
                    .as("after %d letters", before)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', 2", "'\n\n', 0", "'', 0", "' . ', 1"})
    void lineEndsSeparateAndBlankLinesCountForNothing(String text, int expected) {
        assertThat(new SentenceSegmenter().sentences(text)).hasSize(expected);
    }
}
