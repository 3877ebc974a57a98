package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.browser.Chromium;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.serve.RunServer;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A run over the annotated archive, from the distribution: its tables, and its pages in a browser. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevArchiveIT {

    private static final Pattern ALL = Pattern.compile("(?m)^all +([\\d,]+) +([\\d,]+) ");

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path profile;

    private Path run;
    private DuckDb tables;

    @BeforeAll
    void run(@TempDir Path folder) throws IOException {
        run = folder.resolve("out");
        Program.Ended ended = Distribution.run(
                "run",
                "--input",
                SharedData.require("data/extraction-dev.warc.gz").toString(),
                "--output",
                run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        System.out.println(ended.out());
        tables = new DuckDb(run);
    }

    @Test
    void every_page_is_accounted_for_and_25_languages_are_kept() {
        long pages = tables.count("select count(*) from $documents")
                + tables.count("select count(*) from $ledger where kind = 'record' and rule <> 'record-type'");
        assertThat(pages).isEqualTo(1491);
        assertThat(tables.count("select count(distinct language || language_script) from $data"))
                .isGreaterThanOrEqualTo(25);
    }

    @Test
    void the_report_and_the_server_work_in_a_browser() throws Exception {
        assumeTrue(Chromium.installed().isPresent(), "no Chromium is installed");
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        try (RunServer server = RunServer.start(RunView.open(run.toString(), hadoop), 0);
                Chromium chromium = Chromium.start(Chromium.installed().orElseThrow(), profile)) {
            for (int width : new int[] {1280, 390}) {
                chromium.screen(width, width == 390);
                chromium.open(run.resolve("report.html").toUri().toString());
                assertThat(number(chromium, "document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
            languagesHaveBars(chromium);
            rowHeadsAreNotTornApart(chromium);
            searchFindsAPage(chromium, server);
            theSliderSaysWhatWhatIfPrints(chromium, server);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private void languagesHaveBars(Chromium chromium) throws Exception {
        assertThat(number(chromium, "document.querySelectorAll('#languages svg.meter').length"))
                .isEqualTo(tables.count("select count(distinct language) from $decisions"));
    }

    /** On a telephone, the open page: a word of a row's head takes no more lines than it has hyphens. */
    private static void rowHeadsAreNotTornApart(Chromium chromium) throws Exception {
        assertThat(number(
                        chromium,
                        "[...document.querySelectorAll('#funnel tbody th')]"
                                + ".filter(th => th.getBoundingClientRect().width < 100).length"))
                .isZero();
    }

    private void searchFindsAPage(Chromium chromium, RunServer server) throws Exception {
        String[] known = tables.rows(
                        "select d.id || ' ' || d.host || ' ' || e.reasons[1].rule from $documents d"
                                + " join $decisions e on d.id = e.id where e.reasons[1].stage = 'quality' order by d.id limit 1")
                .get(0)
                .toString()
                .replaceAll("[\\[\\]]", "")
                .split(" ");
        chromium.open(server.address() + "?q=" + known[1]);
        assertThat(chromium.evaluate("document.querySelector('#search tbody').innerHTML")
                        .asText())
                .contains(known[0]);
        chromium.open(server.address() + "document?id=" + known[0]);
        assertThat(chromium.evaluate("document.querySelector('header').textContent")
                        .asText())
                .contains("removed by quality", known[2]);
    }

    private void theSliderSaysWhatWhatIfPrints(Chromium chromium, RunServer server) throws Exception {
        Program.Ended ended = Program.run("what-if", run.toString(), "--set", "quality.rules.short-document=100");
        Matcher printed = ALL.matcher(ended.out());
        assertThat(printed.find()).as(ended.out()).isTrue();
        chromium.open(server.address() + "what-if?rule=short-document");
        assertThat(count(chromium)).isEqualTo(printed.group(1));
        chromium.evaluate("const slider = document.querySelector('input[type=range]'); slider.value = 100;"
                + "slider.dispatchEvent(new Event('input'))");
        chromium.until("document.getElementById('what-if-counts').dataset.value === '100'");
        assertThat(count(chromium)).isEqualTo(printed.group(2)).isNotEqualTo(printed.group(1));
    }

    private static String count(Chromium chromium) throws Exception {
        return chromium.evaluate("document.getElementById('count-all-then').textContent")
                .asText();
    }

    private static long number(Chromium chromium, String expression) throws Exception {
        return chromium.evaluate(expression).asLong();
    }
}
