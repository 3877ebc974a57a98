package org.babelmill.quality.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneSegmentersTest {

    private final Function<LanguageTag, WordSegmenter> makers = LuceneSegmenters.makers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "jpn_Jpan~東京都に住んでいます。~東京|都|に|住ん|で|い|ます|。",
                "kor_Hang~학교에서 공부했다.~학교|에서|공부|했|다|.",
                "cmn_Hans~我们在北京学习。~我们|在|北京|学习|。",
                "deu_Latn~Guten Tag!~Guten|Tag|!"
            })
    void morphemesAreCutAsTheAnalyzerKnowsThem(String tag, String text, String expected) {
        WordSegmenter segmenter = makers.apply(LanguageTag.parse(tag));

        assertThat(String.join("|", segmenter.words(text))).isEqualTo(expected);
        assertThat(String.join("|", segmenter.words(text))).as("a second time").isEqualTo(expected);
    }
}
