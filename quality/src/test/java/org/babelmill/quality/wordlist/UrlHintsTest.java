package org.babelmill.quality.wordlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlHintsTest {

    @ParameterizedTest
    @CsvSource({
        "ltz_Latn, https://lb.wikipedia.org/wiki/Haus, true",
        "ltz_Latn, https://www.rtl.lu/news, true",
        "ltz_Latn, https://example.org/lb/news, true",
        "ltz_Latn, https://example.org/LB-lu/, true",
        "ltz_Latn, https://example.org/page?lang=lb, true",
        "ltz_Latn, https://example.org/learn-luxembourgish, true",
        "ltz_Latn, https://example.org/pounds/5lb, false",
        "ltz_Latn, https://example.org/a/b/lb, false",
        "ltz_Latn, https://lb.org/x, false",
        "hrv_Latn, https://www.index.hr/vijesti, true",
        "srp_Latn, https://www.index.hr/vijesti, false",
        "cat_Latn, https://www.elpunt.cat/, true",
        "cat_Latn, https://www.example.com/cats/category, false",
        "lij_Latn, https://www.giornale.it/, false",
        "ita_Latn, https://www.giornale.it/, true",
        "eng_Latn, https://www.bbc.co.uk/news, true",
        "bar_Latn, https://sportsbar.example.com/bar, true",
        "nso_Latn, not an address, false",
        "nso_Latn, '', false",
        "isl_Latn, http://user@mbl.is:8080?x#y, true"
    })
    void domainsCodesAndNamesHint(String tag, String url, boolean expected) {
        assertThat(UrlHints.of(LanguageTag.parse(tag), List.of()).match(url)).isEqualTo(expected);
    }

    @Test
    void listedWordsHintAsWholeWords() {
        UrlHints hints = UrlHints.of(LanguageTag.parse("pcm_Latn"), List.of("Pidgin"));

        assertThat(hints.match("https://www.bbc.com/pidgin/world")).isTrue();
        assertThat(hints.match("https://www.bbc.com/pidgins")).isFalse();
    }

    @Test
    void listsAreReadByPurposeAndLanguageAndWrongFilesNamed() {
        WordLists lists = WordLists.of("d", Map.of("url/pcm_Latn.txt", "pidgin\n\n# x\npidgin\n naija \n"));

        assertThat(lists.find(WordLists.Purpose.URL, LanguageTag.parse("pcm_Latn")))
                .contains(List.of("pidgin", "naija"));
        assertThat(lists.find(WordLists.Purpose.TOXIC, LanguageTag.parse("pcm_Latn")))
                .isEmpty();
        assertThatThrownBy(() -> WordLists.of("d", Map.of("toxic/german.txt", "x", "bad/deu_Latn.txt", "x")))
                .hasMessage("""
                        signals.word-lists = bad/deu_Latn.txt (d): files named as toxic/deu_Latn.txt; folders: toxic, adult, precision, url
                        signals.word-lists = toxic/german.txt (d): files named as toxic/deu_Latn.txt; folders: toxic, adult, precision, url""".stripIndent());
    }
}
