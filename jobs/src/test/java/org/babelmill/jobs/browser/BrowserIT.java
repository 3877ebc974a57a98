package org.babelmill.jobs.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.inspect.RunView;
import org.babelmill.jobs.report.FixtureReport;
import org.babelmill.jobs.report.RunFixture;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.serve.RunServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report and the server in a real browser. Skipped where no Chromium is installed. */
class BrowserIT {

    @TempDir
    private static Path folder;

    /** Chromium's helpers may still write when it has ended; the system empties its folder for temporary files. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path profile;

    private static Chromium chromium;
    private static RunServer server;
    private static Path report;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Chromium.installed().isPresent(), "no Chromium is installed");
        Configuration hadoop = new Configuration();
        hadoop.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        RunDirectory directory = RunFixture.standard().write(folder.resolve("run"), 2);
        report = folder.resolve("run/report.html");
        SparkSession spark = FixtureReport.session();
        try {
            Files.writeString(report, FixtureReport.html(spark, directory));
        } finally {
            spark.stop();
        }
        server = RunServer.start(RunView.open(directory.root().toString(), hadoop), 0);
        chromium = Chromium.start(Chromium.installed().get(), profile);
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
    void theReportFitsTheScreenAndNothingComplains(int width, boolean dark) throws Exception {
        chromium.screen(width, dark);
        chromium.open(report.toUri().toString());

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(chromium.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo(dark ? "rgb(20, 24, 28)" : "rgb(251, 250, 247)");
        assertThat(chromium.evaluate("document.title").asText()).isEqualTo("Babelmill run report");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aChartHasItsMarksAndTheyAreVisible() throws Exception {
        chromium.screen(1280, false);
        chromium.open(report.toUri().toString());

        String marks = "[...document.querySelectorAll('#signal-words rect.kept, #signal-words rect.removed')]";
        assertThat(chromium.evaluate(marks + ".length").asInt()).isEqualTo(7);
        assertThat(chromium.evaluate(marks + ".every(r => r.getBoundingClientRect().height > 0)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aClickOnAColumnHeadSortsTheTable() throws Exception {
        chromium.screen(1280, false);
        chromium.open(report.toUri().toString());
        chromium.evaluate("document.querySelectorAll('#languages thead button')[0].click();"
                + "document.querySelectorAll('#languages thead button')[0].click()");

        assertThat(chromium.evaluate("document.querySelector('#languages tbody th').textContent")
                        .asText())
                .isEqualTo("arb_Arab");
        assertThat(chromium.evaluate("document.querySelector('#languages thead th').getAttribute('aria-sort')")
                        .asText())
                .isEqualTo("ascending");
    }

    @Test
    void arabicAndHebrewRunFromRightToLeft() throws Exception {
        chromium.screen(390, false);
        for (String id : new String[] {"ar1", "he1"}) {
            chromium.open(server.address() + "document?id=" + id);
            assertThat(chromium.evaluate("getComputedStyle(document.querySelector('#text .body')).direction")
                            .asText())
                    .isEqualTo("rtl");
        }
    }

    @Test
    void searchFindsADocumentWhosePageShowsTheRuleThatRemovedIt() throws Exception {
        chromium.screen(1280, false);
        chromium.open(server.address());
        chromium.evaluate("document.querySelector('input[name=q]').value = 'bad2.example';"
                + "window.left = true; document.querySelector('form button').click()");
        chromium.until("document.readyState === 'complete' && !window.left");
        assertThat(chromium.evaluate("document.querySelectorAll('#search tbody tr').length")
                        .asInt())
                .isEqualTo(1);
        chromium.evaluate("window.left = true; document.querySelector('#search tbody a').click()");
        chromium.until("document.readyState === 'complete' && !window.left");

        assertThat(chromium.evaluate("document.querySelector('header').textContent")
                        .asText())
                .contains("removed by quality: short-document 2 < 50");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theSliderChangesTheCounts() throws Exception {
        chromium.screen(1280, false);
        chromium.open(server.address() + "what-if?rule=short-document");
        assertThat(chromium.evaluate("document.getElementById('count-all-then').textContent")
                        .asText())
                .isEqualTo("8");
        chromium.evaluate("const slider = document.querySelector('input[type=range]'); slider.value = 65;"
                + "slider.dispatchEvent(new Event('input'))");
        chromium.until("document.getElementById('what-if-counts').dataset.value === '65'");

        assertThat(chromium.evaluate("document.getElementById('count-all-then').textContent")
                        .asText())
                .isEqualTo("7");
        assertThat(chromium.evaluate("document.getElementById('count-failed-then').textContent")
                        .asText())
                .isEqualTo("3");
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "document?id=twin&twin=en0", "what-if?rule=short-document"})
    void theServersPagesFitAPhone(String path) throws Exception {
        chromium.screen(390, true);
        chromium.open(server.address() + path);

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aHostilePageDoesNothing() throws Exception {
        chromium.screen(1280, false);
        for (String address : new String[] {
            report.toUri().toString(), server.address() + "document?id=bad1", server.address() + "?q=bad1"
        }) {
            chromium.open(address);
            assertThat(chromium.evaluate("document.title").asText()).doesNotContain("owned");
            assertThat(chromium.evaluate("document.querySelectorAll('img').length")
                            .asInt())
                    .isZero();
        }
        assertThat(chromium.complaints()).isEmpty();
    }
}
