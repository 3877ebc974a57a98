package org.babelmill.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePagesTest {

    @TempDir
    Path folder;

    @Test
    void a_copy_takes_over_what_it_does_not_say_itself() throws IOException {
        List<SamplePage> pages = read("""
                id: first
                title: A title
                lang: en
                layout: blog
                text: one two three
                ---
                id: second
                same-as: first
                title: Another title
                edits:
                  - {from: two, to: 2}
                """);
        assertThat(pages.get(1).title()).isEqualTo("Another title");
        assertThat(pages.get(1).lang()).isEqualTo("en");
        assertThat(pages.get(1).layout()).isEqualTo("blog");
        assertThat(pages.get(1).text()).isEqualTo("one 2 three");
    }

    @Test
    void a_mould_gives_a_page_for_each_row() throws IOException {
        List<SamplePage> pages = read("""
                id: shop
                url: https://shop.example/${id}
                title: Shop in ${town}
                text: Come to ${town}.
                rows:
                  - {id: a, town: Ashcombe}
                  - {id: b, town: Dunmere}
                """);
        assertThat(pages).extracting(SamplePage::id).containsExactly("shop-a", "shop-b");
        assertThat(pages)
                .extracting(SamplePage::url)
                .containsExactly("https://shop.example/a", "https://shop.example/b");
        assertThat(pages).extracting(SamplePage::text).containsExactly("Come to Ashcombe.", "Come to Dunmere.");
    }

    @Test
    void an_edit_that_does_not_find_its_place_is_an_error() {
        assertThatThrownBy(() -> read("{id: a, text: one, edits: [{from: two, to: 2}]}"))
                .hasMessage("a: its text has no \"two\"");
    }

    @Test
    void a_copy_of_nothing_is_an_error() {
        assertThatThrownBy(() -> read("{id: a, same-as: b}")).hasMessage("a: no page before it is named b");
    }

    @Test
    void two_pages_of_one_name_are_an_error() {
        assertThatThrownBy(() -> read("id: a\n---\nid: a\n")).hasMessage("two sample pages are named a");
    }

    @Test
    void a_key_that_no_page_has_is_an_error() {
        assertThatThrownBy(() -> read("{id: a, txet: one}")).hasMessageContaining("txet");
    }

    private List<SamplePage> read(String yaml) throws IOException {
        Files.writeString(folder.resolve("pages.yaml"), yaml);
        return SamplePages.read(folder);
    }
}
