package org.babelmill.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.babelmill.extract.content.PageType;
import org.junit.jupiter.api.Test;

class ContentSelectionTest {

    private static final String HEAD =
            "<html lang=en><head><title>A walk in the hills - Example News</title></head><body>"
                    + "<div id=cookie-banner class=consent>We use cookies to give you the best experience. <button>Accept all</button></div>"
                    + "<header class=site-header><nav><ul><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/sport>Sport</a>"
                    + "<li><a href=/contact>Contact</a></ul></nav></header>";
    private static final String ARTICLE = "<article class=post><h1>A walk in the hills</h1>"
            + "<p>It was early, and the sun had not yet come up over the ridge. We took the path behind the church, which was"
            + " wet from the night, and nobody met us on the way up to the first farm.</p>"
            + "<div class=share><a href=x>Share on Facebook</a> <a href=y>Tweet</a></div>"
            + "<p>Nobody spoke much. The dog ran ahead, came back, and ran ahead again; it knew the way better than we did,"
            + " and it waited for us at every gate until somebody opened it.</p>"
            + "<h2>What we saw</h2><ul><li>A deer, which stood at the edge of the wood and looked at us.<li>A heron in the"
            + " stream, standing still as herons do.</ul>"
            + "<p>By noon we were back in the village, and the rain began as we closed the door behind us.</p></article>";
    private static final String TAIL =
            "<aside class=related><h3>Related articles</h3><ul><li><a href=a>Ten hills to climb before"
                    + " you die</a><li><a href=b>Why dogs run ahead</a></ul></aside><div class=newsletter>Subscribe to our newsletter:"
                    + " <input name=email></div><footer>Copyright 2024 Example News. <a href=/terms>Terms of use</a></footer>";

    private final DocumentExtractor extractor = Pages.extractor();

    @Test
    void keepsAnArticleInOrderAndLeavesOutWhatIsAroundIt() {
        ExtractedDocument document = Pages.document(extractor, HEAD + ARTICLE + TAIL);

        assertThat(document.content().text())
                .containsSubsequence(
                        "A walk in the hills",
                        "It was early",
                        "Nobody spoke much",
                        "What we saw",
                        "- A deer",
                        "- A heron",
                        "By noon we were back")
                .doesNotContain("cookies", "Sport", "Facebook", "Related", "newsletter", "Copyright");
        assertThat(document.content().type()).isEqualTo(PageType.ARTICLE);
        assertThat(document.content().degradation()).isEqualTo(Degradation.FULL);
        assertThat(document.content().confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void keepsTextWrittenWithoutSpaces() {
        String paragraph = "清晨，太阳还没有从山脊后面升起来。我们沿着教堂后面的小路走，夜里下过雨，路还是湿的，一路上没有遇见什么人。";
        ExtractedDocument document = Pages.document(
                extractor,
                "<html><head><title>山中散步</title></head><body><div class=nav><a href=1>首页</a><a href=2>新闻</a><a href=3>体育</a>"
                        + "</div><div class=content><h1>山中散步</h1>" + ("<p>" + paragraph + "</p>").repeat(4)
                        + "</div><div class=footer>版权所有 <a href=4>关于我们</a></div></body></html>");

        assertThat(document.content().text()).contains(paragraph).doesNotContain("首页", "关于我们");
    }

    @Test
    void keepsEveryPostOfAThread() {
        StringBuilder posts = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            posts.append("<div class='post forum-post' id=post")
                    .append(i)
                    .append("><div class=postbody><p>Answer number ")
                    .append(i)
                    .append(" says that one should clean the filter first, and only then look at the pump.")
                    .append(" It has worked for me ever since.</p></div></div>");
        }
        ExtractedDocument document = Pages.document(
                extractor,
                "<html><head><title>The pump stops - Forum</title></head><body class=phpbb><div class=navbar><a href=/>Board"
                        + " index</a></div><div class=topic><h2>The pump stops</h2>" + posts + "</div></body></html>");

        assertThat(document.content().text()).contains("number 1 ", "number 4 ", "number 8 ");
    }

    @Test
    void readsWhatAPageHoldsAsDataWhenItShowsNothing() {
        ExtractedDocument article = Pages.document(
                extractor,
                "<title>x</title><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
                        + "\"articleBody\":\"First line of it.\\nSecond & last.\"}]}</script><div id=app></div>");
        ExtractedDocument forum = Pages.document(
                extractor,
                "<div id=data-preloaded data-preloaded='{\"topic_1\":\"{\\\"posts\\\":[{\\\"cooked\\\":\\\"<p>One.</p>\\\"},"
                        + "{\\\"cooked\\\":\\\"<p>Two.</p>\\\"}]}\"}'></div>");

        assertThat(article.content().text()).isEqualTo("First line of it.\nSecond & last.");
        assertThat(forum.content().text()).isEqualTo("One.\nTwo.");
    }

    @Test
    void aPageGivesTheSameAloneAndAmongOthers() {
        String page = HEAD + ARTICLE + TAIL;
        ExtractedDocument alone = Pages.document(Pages.extractor(), page);
        for (String other :
                new String[] {"<p>x", "<div>".repeat(5000), "<p>The very same words.</p>".repeat(30_000), TAIL}) {
            extractor.extract(Pages.html(other));
            ExtractedDocument again = Pages.document(extractor, page);
            assertThat(again.content().text()).isEqualTo(alone.content().text());
            assertThat(again.content().blocks()).isEqualTo(alone.content().blocks());
            assertThat(again.content().confidence()).isEqualTo(alone.content().confidence());
        }
    }

    @Test
    void aPageOverTheNodeLimitIsReadLinearly() {
        ExtractedDocument document =
                Pages.document(Pages.extractor("extract.max-nodes=100"), HEAD + ARTICLE.repeat(10));

        assertThat(document.content().degradation()).isEqualTo(Degradation.BASELINE);
        assertThat(document.content().text()).contains("It was early");
    }

    @Test
    void aPageOfVeryManyBlocksIsDecidedByRule() {
        ExtractedDocument document =
                Pages.document(extractor, "<p>Some words that go on for a while.</p>".repeat(25_000));

        assertThat(document.content().degradation()).isEqualTo(Degradation.LIGHT);
        assertThat(document.content().confidence()).isZero();
    }

    @Test
    void leavesOutTheSecondCopyOfAnArticle() {
        String page = HEAD + ARTICLE + ARTICLE.replace("class=post", "class='post subscribers'") + TAIL;

        assertThat(Pages.document(extractor, page).content().text())
                .containsOnlyOnce("It was early")
                .containsOnlyOnce("Nobody spoke much")
                .containsOnlyOnce("By noon we were back");
    }

    @Test
    void keepsARefrain() {
        String refrain = "<p>And over the hills and far away the rain came down, the rain came down today.</p>";
        String page = HEAD + ARTICLE.replace("</p>", "</p>" + refrain) + TAIL;

        assertThat(Pages.document(extractor, page).content().text().split("the rain came down today"))
                .hasSizeGreaterThan(3);
    }
}
