package org.babelmill.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.tombstone.Tombstones;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

    private static SparkSession spark;
    private static String html;
    private static Document report;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeReport() throws IOException {
        spark = FixtureReport.session();
        html = report(1);
        report = Jsoup.parse(html);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static String report(int parts) throws IOException {
        return FixtureReport.html(spark, RunFixture.standard().write(folder.resolve("run" + parts), parts));
    }

    private static Element row(String section, String heading) {
        return report.select("#" + section + " tbody tr").stream()
                .filter(r -> r.child(0).text().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasTakenBackIsCountedAndNotShown() throws IOException {
        RunDirectory run = RunFixture.standard().write(folder.resolve("taken"), 2);
        String address = report.select("article.stays .where").first().ownText().strip();
        assertThat(html).contains(address);
        run.storage()
                .write(
                        run.path(Tombstones.FILE),
                        Tombstones.none().plus(Map.of("url", Set.of(address))).text());

        String without = FixtureReport.html(spark, run);

        assertThat(without).doesNotContain(address + " ").doesNotContain(address + "<");
        assertThat(Jsoup.parse(without).select("#funnel tbody").text())
                .isEqualTo(report.select("#funnel tbody").text());
    }

    @Test
    void theFunnelCountsEveryStage() {
        assertThat(row("funnel", "select").text()).contains("2 12", "http-status 2");
        assertThat(row("funnel", "dedup").text()).contains("1 10", "same-text 1");
        assertThat(row("funnel", "kept").text()).contains("8");
    }

    @Test
    void aRuleTellsHowManyDocumentsFailedItAndHowManyFailedNoOther() {
        assertThat(row("funnel", "short-document").text()).startsWith("short-document quality 2 2 14.3 %");
    }

    @Test
    void languagesAreListedWithDocumentsAndKeptShare() {
        assertThat(row("languages", "eng_Latn").text()).startsWith("eng_Latn English 8 6 75.0 % 615");
        assertThat(row("languages", "jpn_Jpan").text()).startsWith("jpn_Jpan Japanese 1 0 0.0 %");
    }

    @Test
    void htmlThatNamesAnotherLanguageShowsUpAsConfusion() {
        assertThat(row("confusion", "deu_Latn German").text()).isEqualTo("deu_Latn German eng_Latn English 1 100.0 %");
        assertThat(report.select("#confusion table").first().select("tbody tr")).hasSize(1);
        assertThat(report.select("#confusion").text()).contains(" documents (", ") have most letters in a script of");
    }

    @Test
    void aHistogramHasOneMarkForEachPartOfABinAndALineForItsThreshold() {
        Element words = report.getElementById("signal-words");

        // Two bins a doubling. Removed: 0, 2, 3 and 100 words; kept: 60, 70, and around 100.
        assertThat(words.select("rect.kept")).hasSize(3);
        assertThat(words.select("rect.removed")).hasSize(4);
        assertThat(words.select("line.threshold")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(words.text()).contains("short-document drops < 50");
    }

    @Test
    void textIsShownInItsOwnLanguageAndDirection() {
        Element arabic = report.select("p.text:containsOwn(كانت السفن)").first();
        Element hebrew = report.select("p.text:containsOwn(הספינות)").first();

        assertThat(arabic.attr("dir")).isEqualTo("rtl");
        assertThat(arabic.attr("lang")).isEqualTo("arb-Arab");
        assertThat(hebrew.attr("dir")).isEqualTo("rtl");
        assertThat(hebrew.attr("lang")).isEqualTo("he-Hebr");
        assertThat(report.select("p.text:containsOwn(harbour)").first().attr("dir"))
                .isEqualTo("ltr");
    }

    @Test
    void aHostilePageIsOnlyText() {
        assertThat(report.select("script")).hasSize(1);
        assertThat(report.select("img, iframe, object, embed, base, form")).isEmpty();
        assertThat(report.select("[onerror], [onclick], [onload]")).isEmpty();
        assertThat(report.select("p.text").eachText()).contains(RunFixture.HOSTILE);
        assertThat(report.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        assertThat(report.select("[src]")).isEmpty();
        assertThat(report.select("[href]").eachAttr("href")).allMatch(h -> h.startsWith("#") || h.equals("data:,"));
        assertThat(html).doesNotContain("@import").doesNotContain("url(");
    }

    @Test
    void everyTableHasACaptionAndHeadingsAndEveryChartATextAlternative() {
        assertThat(report.select("table"))
                .allMatch(t -> !t.select("caption").text().isBlank());
        assertThat(report.select("thead th")).allMatch(h -> h.attr("scope").equals("col"));
        assertThat(report.select("svg[role=img]"))
                .isNotEmpty()
                .allMatch(s -> !s.attr("aria-label").isBlank());
        assertThat(report.select("svg:not([role=img])"))
                .allMatch(s -> s.attr("aria-hidden").equals("true"));
        assertThat(report.select("h1")).hasSize(1);
        assertThat(report.select("tbody th")).allMatch(h -> h.attr("scope").equals("row"));
        assertThat(levels()).startsWith(1).allMatch(level -> level <= 3);
        assertThat(IntStream.range(1, levels().size()).map(i -> levels().get(i) - levels().get(i - 1)))
                .allMatch(step -> step <= 1);
        assertThat(report.select("section > h2")).hasSameSizeAs(report.select("section"));
    }

    /** Levels of the headings in their order. */
    private static List<Integer> levels() {
        return report.select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> Integer.parseInt(heading.normalName().substring(1)))
                .toList();
    }

    @Test
    void clustersHostsRightsCostsAndSettingsAreThere() {
        assertThat(report.getElementById("duplicates").text()).contains("2 members on 2 hosts", "exact, similarity 1");
        assertThat(row("sources", "harbour.example").text()).startsWith("harbour.example 6 50.0 % 6 615");
        assertThat(row("sources", "example").text()).startsWith("example 12 100.0 %");
        assertThat(row("rights", "cc-by-4.0").text()).startsWith("cc-by-4.0 1");
        assertThat(row("rights", "noindex").text()).startsWith("noindex 1");
        assertThat(row("costs", "documents: extract").text()).contains("700");
        assertThat(row("settings", "dedup.mode").text()).isEqualTo("dedup.mode \"fineweb\" \"verified\"");
    }

    @Test
    void aRemovedSampleSaysWhyAndAKeptOneHowNearItWas() {
        List<String> reasons = report.select("#samples article .why").eachText();

        assertThat(reasons).contains("removed, jpn_Jpan: short-document 2 < 50");
        assertThat(reasons).contains("kept, eng_Latn: words = 100, dropped < 50");
    }

    @Test
    void theReportIsTheSameForAnyCutOfTheInput() throws IOException {
        assertThat(report(3)).isEqualTo(html);
    }
}
