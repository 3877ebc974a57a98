package org.babelmill.quality.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;

class ReferenceTextTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    private static List<String> read(ReferenceText reader, String text) throws IOException {
        List<String> documents = new ArrayList<>();
        reader.read(
                "in",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                (tag, document) -> documents.add(tag + ": " + document));
        return documents;
    }

    @Test
    void jsonLinesNameTheirLanguageInOneFieldOrTwo() throws IOException {
        assertThat(read(new JsonlText(Optional.empty()), """
                        {"language": "deu", "script": "Latn", "text": "eins"}

                        {"language": "fra_Latn", "text": "deux", "more": 2}
                        """)).containsExactly("deu_Latn: eins", "fra_Latn: deux");
        assertThat(read(new JsonlText(Optional.of(GERMAN)), "{\"text\": \"eins\"}"))
                .containsExactly("deu_Latn: eins");
    }

    @Test
    void aBadLineIsNamedByItsNumber() {
        assertThatThrownBy(() -> read(new JsonlText(Optional.of(GERMAN)), "{\"text\": \"a\"}\n{broken"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("in, line 2: not JSON");
        assertThatThrownBy(() -> read(new JsonlText(Optional.of(GERMAN)), "{\"txt\": \"a\"}"))
                .hasMessage("in, line 1: no field \"text\" with text");
        assertThatThrownBy(() -> read(new JsonlText(Optional.empty()), "{\"text\": \"a\", \"language\": \"German\"}"))
                .hasMessageStartingWith("in, line 1: not a language tag");
    }

    @Test
    void plainTextIsPartedAtBlankLines() throws IOException {
        assertThat(read(new PlainText(GERMAN), "a\nb\n\n \nc")).containsExactly("deu_Latn: a\nb", "deu_Latn: c");
    }

    @Test
    void articlesOfADumpAreReadWithoutRedirectsAndOtherSpaces() throws IOException {
        String body = "Das '''Haus''' ist ein [[Gebäude|großes Gebäude]].<ref>{{Lit}}</ref> ".repeat(10);
        String dump = """
                <?xml version="1.0"?>
                <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/">
                <page><title>A</title><ns>0</ns><revision><text bytes="9">%s</text></revision></page>
                <page><title>B</title><ns>0</ns><redirect title="A"/><revision><text>%s</text></revision></page>
                <page><title>Talk:A</title><ns>1</ns><revision><text>%s</text></revision></page>
                <page><title>C</title><ns>0</ns><revision><text>kurz</text></revision></page>
                </mediawiki>""".formatted(escaped(body), escaped(body), escaped(body));

        assertThat(read(new WikipediaDump(GERMAN), dump))
                .containsExactly("deu_Latn: "
                        + "Das Haus ist ein großes Gebäude. ".repeat(10).strip());
    }

    @Test
    void aDumpCannotReadFilesOrBlowUp() {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><mediawiki><page><ns>0</ns><text>"
                + "&e;</text></page></mediawiki>";

        assertThatThrownBy(() -> read(new WikipediaDump(GERMAN), external)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(new WikipediaDump(GERMAN), "<mediawiki><page>"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void wikitextLosesItsMarkupAndKeepsItsWords() {
        assertThat(new WikitextStripper().strip("""
                        {{Infobox|a={{b|c}}}}
                        == Geschichte ==
                        * Ein [http://x.de Verweis] und [[Datei:Bild.jpg|thumb|Ein [[Bild]]]] ''mehr''&nbsp;Text.
                        {| class="x"
                        | Zelle
                        |}
                        <!-- weg -->Siehe [[Haus]] &amp; [[Star Trek: Film]]<br/>Ende <ref name="a" />da.
                        [[Kategorie:Haus]]
                        __NOTOC__
                        """))
                .isEqualTo("Ein  Verweis  und  mehr Text.\nSiehe Haus & Star Trek: FilmEnde da.");
    }

    @Provide
    Arbitrary<String> wikitext() {
        return Arbitraries.of(
                        "[[", "]]", "{{", "}}", "{|", "|}", "[", "]", "<ref>", "</ref>", "<!--", "-->", "''", "a", "|",
                        ":", "\n", "&amp;", "<")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join("", list));
    }

    @Property(tries = 1000)
    void anyWikitextIsStrippedToSomethingShorter(@ForAll("wikitext") String text) {
        assertThat(new WikitextStripper().strip(text)).hasSizeLessThanOrEqualTo(text.length() + 1);
    }

    @Test
    void mountainsOfBracketsAreStrippedInOnePass() {
        for (String piece : List.of("[[", "[[a", "{{", "<ref>", "<", "[", "[[a]", "&", "<!--")) {
            assertThat(new WikitextStripper().strip(piece.repeat(100_000))).hasSizeLessThanOrEqualTo(300_000);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
