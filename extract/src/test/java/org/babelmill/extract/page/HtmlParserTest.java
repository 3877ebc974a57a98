package org.babelmill.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;

class HtmlParserTest {

    private static final String PAGE = "<html><head><title>Über uns</title></head><body><p>One 一</p></body></html>";

    private final HtmlParser parser = new HtmlParser();

    @Test
    void aPageIsReadWithinItsBoundsInAnArrayThatHoldsMore() {
        char[] array = ("<p>before" + PAGE + "<p>behind").toCharArray();
        CharBuffer page =
                CharBuffer.wrap(array, 5, array.length - 5).slice().position(4).limit(4 + PAGE.length());

        assertThat(parser.parse(page).orElseThrow().html())
                .isEqualTo(parser.parse(PAGE).orElseThrow().html())
                .contains("One 一")
                .doesNotContain("before", "behind");
    }

    @Test
    void tagsAreCountedHoweverThePageIsHeld() {
        String page = "<p>a</p>".repeat(10);
        assertThat(HtmlParser.mayExceed(page, 19)).isTrue();
        assertThat(HtmlParser.mayExceed(page, 20)).isFalse();
        assertThat(HtmlParser.mayExceed(CharBuffer.wrap(page.toCharArray()), 19))
                .isTrue();
        assertThat(HtmlParser.mayExceed(CharBuffer.wrap(page.toCharArray()), 20))
                .isFalse();
    }
}
