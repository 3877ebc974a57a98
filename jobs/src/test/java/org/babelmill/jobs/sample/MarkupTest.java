package org.babelmill.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void each_block_becomes_its_element() {
        assertThat(Markup.html("""
                        A paragraph.

                        ## A heading

                        - one
                        - two

                        | Name | Size
                        | Wren | 9 cm

                        > A quotation.

                            if a < b:
                                stop()

                        <hr>
                        """)).isEqualTo("""
                        <p>A paragraph.</p>
                        <h2>A heading</h2>
                        <ul>
                        <li>one</li>
                        <li>two</li>
                        </ul>
                        <table>
                        <thead><tr><th>Name</th><th>Size</th></tr></thead>
                        <tbody>
                        <tr><td>Wren</td><td>9 cm</td></tr>
                        </tbody>
                        </table>
                        <blockquote><p>A quotation.</p></blockquote>
                        <pre><code>if a &lt; b:
                            stop()</code></pre>
                        <hr>
                        """);
    }

    @Test
    void a_hostile_title_is_only_text() {
        assertThat(Markup.escaped("<script>\"it's\" & more</script>"))
                .isEqualTo("&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;");
    }

    @Test
    void no_text_is_no_html() {
        assertThat(Markup.html("\n")).isEmpty();
    }
}
