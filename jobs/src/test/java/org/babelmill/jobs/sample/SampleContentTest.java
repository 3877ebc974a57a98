package org.babelmill.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.babelmill.jobs.sample.Expectation.Outcome;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.Scripts;
import org.junit.jupiter.api.Test;

/** What the sample promises to hold, and that its expectations speak of what is there. */
class SampleContentTest {

    private final List<SamplePage> pages = SampleSources.all();
    private final Map<String, Expectation> expectations =
            Expectation.all().stream().collect(Collectors.toMap(Expectation::page, Function.identity()));

    SampleContentTest() throws IOException {}

    @Test
    void has_at_least_a_hundred_pages_in_thirty_languages_and_twelve_scripts() {
        Set<LanguageTag> tags = expectations.values().stream()
                .filter(row -> row.outcome() == Outcome.KEPT || row.outcome() == Outcome.TWIN)
                .map(row -> LanguageTag.parse(row.label()))
                .collect(Collectors.toSet());
        assertThat(pages.stream()
                        .filter(page -> page.http().isHtml() && page.http().status() == 200))
                .hasSizeGreaterThanOrEqualTo(100);
        assertThat(tags.stream().map(LanguageTag::language).distinct()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(tags.stream().map(LanguageTag::script).distinct()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void has_every_kind_of_page_and_record_that_a_crawl_has() {
        Map<String, Long> kinds =
                pages.stream().collect(Collectors.groupingBy(SamplePage::kind, Collectors.counting()));
        assertThat(kinds)
                .containsKeys("article", "exact-duplicate", "template", "navigation", "forum", "product", "table")
                .containsKeys("code", "listing", "list", "documentation", "text-plain", "pdf", "mojibake", "opt-out")
                .containsKeys("robots-txt", "licence", "personal-data", "blocked-host", "blocked-url", "not-200")
                .containsKeys("image", "request", "metadata", "revisit", "conversion", "mixed-language", "no-language")
                .containsKeys("too-short", "no-stop-words", "spam", "script-only", "empty", "nested", "truncated")
                .containsKeys("hostile-title", "wrong-length", "corrupt-member", "bad-header", "cut-off");
        assertThat(kinds.get("exact-duplicate")).isGreaterThanOrEqualTo(3);
        assertThat(kinds.get("conversion")).isEqualTo(3);
    }

    @Test
    void has_three_longer_pages_in_each_of_the_eight_largest_languages() {
        for (String lang : List.of("en", "de", "fr", "es", "ru", "zh-Hans", "ar", "hi")) {
            assertThat(articles().stream().filter(page -> page.lang().equals(lang)))
                    .as(lang)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void has_edited_copies_in_four_scripts() {
        assertThat(pages.stream()
                        .filter(page -> page.kind().equals("near-duplicate"))
                        .map(page -> expectations.get(page.id()).label()))
                .contains("eng_Latn", "rus_Cyrl", "cmn_Hans", "arb_Arab");
    }

    @Test
    void articles_have_250_to_600_words() {
        assertThat(articles())
                .allSatisfy(page -> assertThat(words(page.text())).as(page.id()).isBetween(250, 600));
    }

    @Test
    void articles_are_written_in_the_script_of_their_label() {
        assertThat(articles()).allSatisfy(page -> {
            String script =
                    LanguageTag.parse(expectations.get(page.id()).label()).script();
            assertThat(mainScript(page.text())).as(page.id()).isEqualTo(mostLetters(script));
        });
    }

    @Test
    void pages_in_old_charsets_are_no_utf_8_and_lose_nothing() throws IOException {
        PageLayout layout = SampleSources.layout();
        List<SamplePage> old = pages.stream()
                .filter(page -> !page.http().charset().equals("UTF-8"))
                .toList();
        assertThat(old)
                .extracting(page -> page.http().charset())
                .contains(
                        "windows-1251", "windows-1250", "windows-1256", "ISO-8859-7", "Shift_JIS", "GB18030", "EUC-KR");
        assertThat(old)
                .extracting(page -> page.http().declared())
                .contains(SamplePage.Declared.HEADER, SamplePage.Declared.META, SamplePage.Declared.NONE);
        assertThat(old).allSatisfy(page -> {
            byte[] payload = HttpAnswer.of(page, layout).payload();
            String phrase = expectations.get(page.id()).contains();
            assertThat(new String(payload, Charset.forName(page.http().charset())))
                    .contains(phrase);
            assertThat(new String(payload, StandardCharsets.UTF_8)).doesNotContain(phrase);
        });
    }

    @Test
    void every_record_has_an_expectation_and_every_expectation_a_record() throws IOException {
        assertThat(Expectation.all())
                .extracting(Expectation::page)
                .containsExactlyElementsOf(pages.stream().map(SamplePage::id).toList());
        assertThat(pages).allSatisfy(page -> {
            Expectation row = expectations.get(page.id());
            assertThat(row.record()).isEqualTo("urn:uuid:" + WarcMember.recordId(page.id()));
            assertThat(row.url()).isEqualTo(page.url() == null ? "" : page.url());
            assertThat(row.kind()).isEqualTo(page.kind());
        });
    }

    @Test
    void expectations_quote_the_pages_and_name_stages_that_exist() throws IOException {
        PageLayout layout = SampleSources.layout();
        Set<String> stages = Set.of(Stage.values()).stream().map(Stage::label).collect(Collectors.toSet());
        assertThat(pages).allSatisfy(page -> {
            Expectation row = expectations.get(page.id());
            assertThat(page.text().replace('\n', ' ')).contains(row.contains());
            if (!row.lacks().isEmpty()) {
                assertThat(page.text()).doesNotContain(row.lacks());
                assertThat(layout.html(page)).contains(row.lacks());
            }
            assertThat(stages).containsAll(row.stages());
        });
    }

    @Test
    void twins_come_in_clusters_and_damage_is_where_the_source_says_so() {
        Map<String, Long> clusters = expectations.values().stream()
                .filter(row -> row.outcome() == Outcome.TWIN)
                .collect(Collectors.groupingBy(Expectation::cluster, Collectors.counting()));
        assertThat(clusters.values()).hasSizeGreaterThanOrEqualTo(9).allMatch(size -> size >= 2);
        assertThat(pages).allSatisfy(page -> {
            boolean broken = page.warc().damage() != null && page.warc().damage() != Damage.GARBAGE_BEFORE;
            assertThat(expectations.get(page.id()).outcome() == Outcome.DAMAGE).isEqualTo(broken);
        });
    }

    private List<SamplePage> articles() {
        return pages.stream().filter(page -> page.kind().equals("article")).toList();
    }

    private static int words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        int words = 0;
        while (breaks.next() != BreakIterator.DONE) {
            words += breaks.getRuleStatus() >= BreakIterator.WORD_LETTER ? 1 : 0;
        }
        return words;
    }

    /** The Unicode script of most letters in text of a script that Unicode takes for a mixture or a variant. */
    private static String mostLetters(String script) {
        return switch (script) {
            case "Jpan" -> "Hira";
            case "Hans", "Hant" -> "Hani";
            default -> script;
        };
    }

    private static String mainScript(String text) {
        int[] counts = new int[Scripts.COUNT];
        text.codePoints().filter(Character::isLetter).forEach(c -> counts[Scripts.of(c)]++);
        int main = 0;
        for (int script = 0; script < counts.length; script++) {
            main = counts[script] > counts[main] ? script : main;
        }
        return Scripts.iso(main);
    }
}
