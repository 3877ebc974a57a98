package org.babelmill.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Markdown;
import org.babelmill.extract.tree.PlainText;
import org.babelmill.extract.tree.TreeCodec;
import org.junit.jupiter.api.Test;

/** One page with every kind of block, in both renderings; the golden files are meant to be read. */
class RenderingTest {

    private final ExtractedDocument document = Pages.document(Pages.extractor(), resource("rendering.html"));
    private final DocumentTree tree = TreeCodec.decode(document.content().blocks());

    @Test
    void plainText() {
        assertThat(PlainText.render(tree)).isEqualTo(resource("rendering.txt").stripTrailing());
        assertThat(document.content().text()).isEqualTo(PlainText.render(tree));
    }

    @Test
    void markdown() {
        assertThat(Markdown.render(tree).stripTrailing())
                .isEqualTo(resource("rendering.md").stripTrailing());
    }

    private static String resource(String name) {
        try (InputStream in = RenderingTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
