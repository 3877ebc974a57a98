package org.babelmill.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.TreeCodec;
import org.babelmill.extract.tree.TreeEncoder;

class ExtractionFuzzTest {

    private static final String[] PIECES = {
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<b>",
        "</i>",
        "<table>",
        "<tr>",
        "<td colspan=9>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<code class=language-x>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<a href=x>",
        "</a>",
        "<svg>",
        "<math>",
        "<template>",
        "<select>",
        "<frameset>",
        "<body>",
        "</html>",
        "<h1 class='title post'>",
        "<br>",
        "<blockquote>",
        "<figure>",
        "<figcaption>",
        "<noscript>",
        "&amp;",
        "&#0;",
        "\0",
        "\uD800",
        "\u00AD",
        "words and words. ",
        "一二三。",
        "<title>",
        "<meta charset=utf-16>",
        "<nav>",
        "<div hidden>",
        "<style>",
        "\"",
        "'",
        ">",
        "<"
    };

    private final DocumentExtractor extractor = Pages.extractor();

    @Property(tries = 300)
    void soupOfTagsHasAnOutcomeThatCanBeReadBack(@ForAll("soup") List<String> pieces) {
        check(extractor.extract(Pages.html(String.join("", pieces))));
    }

    @Property(tries = 300)
    void anyBytesHaveAnOutcome(@ForAll byte[] bytes, @ForAll("types") String type) {
        check(extractor.extract(Pages.record(type, bytes)));
    }

    private static void check(ExtractionOutcome outcome) {
        if (outcome instanceof ExtractionOutcome.Extracted extracted) {
            ExtractedDocument.Content content = extracted.document().content();
            DocumentTree tree = TreeCodec.decode(content.blocks());
            assertThat(TreeEncoder.encode(tree)).isEqualTo(content.blocks());
            assertThat(content.text()).isNotBlank();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(content.text()))
                    .isTrue();
        } else {
            assertThat(outcome).isInstanceOf(ExtractionOutcome.Rejected.class);
        }
    }

    @Provide
    Arbitrary<List<String>> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "text/html",
                "text/html; charset=shift_jis",
                "text/html; charset=utf-16",
                "application/xhtml+xml",
                "text/plain",
                "application/pdf",
                "");
    }
}
