package org.babelmill.jobs.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.report.RunFixture;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {

    @TempDir
    private static Path folder;

    private static final Configuration HADOOP = new Configuration();

    private static RunView run;

    @BeforeAll
    static void writeRun() throws IOException {
        HADOOP.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        run = open(RunFixture.standard(), "run");
    }

    private static RunView open(RunFixture fixture, String name) throws IOException {
        RunDirectory directory = fixture.write(folder.resolve(name), 3);
        return RunView.open(directory.root().toString(), HADOOP);
    }

    private static Explanation explain(String query) throws IOException {
        List<DocumentFinder.Hit> hits = new DocumentFinder(run).documents(query);
        assertThat(hits).hasSize(1);
        return new Explainer(run).explain(hits.get(0));
    }

    private static Map<String, String> facts(Explanation explanation, String step) {
        return explanation.steps().stream()
                .filter(s -> s.name().equals(step))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    @Test
    void aDocumentIsFoundByIdAndByAddressWithOrWithoutItsScheme() throws IOException {
        assertThat(explain("bad2").id()).isEqualTo("bad2");
        assertThat(explain("https://harbour.example/en4").id()).isEqualTo("en4");
        assertThat(explain("harbour.example/en4").id()).isEqualTo("en4");
        assertThat(new DocumentFinder(run).documents("nothing")).isEmpty();
    }

    @Test
    void anExplanationLeadsFromTheArchiveToTheRuleThatRemovedTheDocument() throws IOException {
        Explanation explanation = explain("bad2");

        assertThat(explanation.outcome()).isEqualTo("removed by quality: short-document 2 < 50");
        assertThat(facts(explanation, "archive")).contains(entry("file", "crawl.warc.gz"), entry("offset", "900"));
        assertThat(facts(explanation, "language")).contains(entry("probability", "0.9 for jpn_Jpan, needed 0.5"));
        assertThat(facts(explanation, "quality").get("thresholds of"))
                .startsWith("jpn_Jpan")
                .endsWith(" in the program's profiles");
        assertThat(explanation.rules())
                .filteredOn(RuleCheck::failed)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.rule()).isEqualTo("short-document");
                    assertThat(rule.value()).isEqualTo(2);
                    assertThat(rule.threshold()).isEqualTo(50);
                });
    }

    @Test
    void aDocumentThatWasTakenBackIsNotSaidToBeThere() throws IOException {
        RunView view = open(RunFixture.standard(), "taken-back");
        view.directory()
                .storage()
                .write(
                        view.directory().path(Tombstones.FILE),
                        Tombstones.none().plus(Map.of("id", Set.of("en1"))).text());

        assertThat(new Explainer(view)
                        .explain(new DocumentFinder(view).documents("en1").get(0))
                        .outcome())
                .isEqualTo("kept, and taken back from the shards");
        assertThat(new Explainer(view)
                        .explain(new DocumentFinder(view).documents("en2").get(0))
                        .outcome())
                .isEqualTo("kept");
    }

    @Test
    void aDuplicateNamesItsSurvivorAndHowAlikeTheyAre() throws IOException {
        assertThat(facts(explain("twin"), "dedup"))
                .contains(
                        entry("survivor", "en0"),
                        entry("linked by", "exact"),
                        entry("stays", "no"),
                        entry("estimated Jaccard", "1"),
                        entry("exact Jaccard", "1 of 3 and 3 shingles"),
                        entry("colliding bands", "14 of 14: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14"));
        assertThat(facts(explain("en1"), "dedup")).contains(entry("cluster", "none: no duplicate was found"));
    }

    @Test
    void aRecordThatBecameNoDocumentIsExplainedFromTheLedger() throws IOException {
        DocumentFinder finder = new DocumentFinder(run);

        for (String query : List.of("https://lost.example/", "lost.example", "urn:lost", "crawl.warc.gz:7")) {
            assertThat(finder.ledger(query)).as(query).isNotEmpty();
        }
        assertThat(Explainer.explain(finder.ledger("lost.example").get(0)).outcome())
                .isEqualTo("did not become a document; removed by select: http-status 404 not in 200,203,206");
    }

    @Test
    void aTerminalGetsNoControlCharactersOfAPage() throws IOException {
        RunFixture fixture = new RunFixture();
        fixture.add("evil", "eng_Latn", "a\u001b[2Jb\u202Ec", "text", 90, List.of());
        RunView evil = open(fixture, "evil");
        Explanation explanation = new Explainer(evil)
                .explain(new DocumentFinder(evil).documents("evil").get(0));

        assertThat(ExplanationText.of(explanation))
                .contains("a\uFFFD[2Jb\uFFFDc")
                .doesNotContain("\u001b");
    }

    @Test
    void withoutChangeWhatIfDecidesAsTheRunDid() throws IOException {
        WhatIfResult result = new WhatIf(run).ask(run.settings());

        assertThat(result.total().before().documents()).isEqualTo(8);
        assertThat(result.languages().values()).noneMatch(WhatIfResult.Change::isChange);
        assertThat(result.rules().values()).noneMatch(WhatIfResult.Change::isChange);
    }

    @Test
    void aChangedThresholdMovesDocumentsAndWords() throws IOException {
        WhatIfResult result = new WhatIf(run).ask(run.settings().set("quality.rules.short-document=65"));

        assertThat(result.languages().get("arb_Arab").after().documents()).isZero();
        assertThat(result.languages().get("arb_Arab").before().words()).isEqualTo(60);
        assertThat(result.total().after().documents()).isEqualTo(7);
        assertThat(result.total().after().bytes())
                .isPositive()
                .isLessThan(result.total().before().bytes());
        assertThat(result.rules().get("quality/short-document").after().documents())
                .isEqualTo(3);
    }

    @Test
    void aRuleLessLetsItsDocumentsIn() throws IOException {
        WhatIfResult result = new WhatIf(run).ask(run.settings().set("quality.without=[short-document]"));

        assertThat(result.total().after().documents()).isEqualTo(10);
        assertThat(result.languages().get("jpn_Jpan").after().documents()).isEqualTo(1);
    }

    @Test
    void aHigherLanguageThresholdLeavesNothingOfAnUnsureRun() throws IOException {
        WhatIfResult result = new WhatIf(run).ask(run.settings().set("language.threshold=0.95"));

        assertThat(result.total().after().documents()).isZero();
        assertThat(result.rules().get("language/language-score").after().documents())
                .isEqualTo(11);
    }

    @Test
    void whatSignalsDoNotTellIsRefused() {
        assertThatThrownBy(() -> new WhatIf(run).ask(run.settings().set("dedup.bands=9")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("dedup.bands")
                .hasMessageContaining("quality.rules");
        assertThatThrownBy(() -> new WhatIf(run).ask(run.settings().set("quality.without=[shrt-document]")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("short-document");
    }

    @Test
    void aDifferenceCountsWhatMovedBetweenTwoRuns() throws IOException {
        RunFixture other = new RunFixture();
        for (RunFixture.Doc doc : RunFixture.standard().docs()) {
            if (doc.id().equals("en5")) {
                continue;
            }
            List<Reason> reasons = doc.id().equals("ar1")
                    ? List.of(Reason.of(Stage.QUALITY, "short-document", 60, Comparison.BELOW, 65))
                    : doc.reasons();
            other.add(doc.id(), doc.language(), doc.title(), doc.text(), words(doc), reasons);
        }
        other.add("new", "heb_Hebr", "חדש", "ספינה חדשה.", 80, List.of());
        Map<String, String> documents = new TreeMap<>();
        RunDifference.Result result = new RunDifference(run, open(other, "other"))
                .compare(Optional.of((id, was, is) -> documents.put(id, was + " -> " + is)));

        assertThat(documents)
                .containsOnlyKeys("ar1", "en5", "new")
                .containsEntry("ar1", "kept -> quality/short-document")
                .containsEntry("new", " -> kept");
        assertThat(documents.get("en5")).endsWith(" -> ");
        assertThat(result.settings()).isEmpty();
        assertThat(result.documents()).containsExactly(11L, 1L, 1L);
        assertThat(result.languages().get("heb_Hebr")).containsExactly(1L, 2L, 70L, 150L);
        assertThat(result.moves()).containsExactly(Map.entry("kept -> quality/short-document", 1L));
        assertThat(result.hosts())
                .containsExactly(
                        Map.entry("ar1.example", -1L), Map.entry("harbour.example", -1L), Map.entry("new.example", 1L));
    }

    private static double words(RunFixture.Doc doc) {
        return doc.signals().get(org.babelmill.quality.signal.Signal.WORDS);
    }
}
