package org.babelmill.jobs.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.babelmill.jobs.cli.Program;
import org.babelmill.jobs.sample.Expectation;
import org.babelmill.jobs.sample.Expectation.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The README's first command, run from the distribution, and what it leaves, read back by DuckDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleIT {

    /** Stays after the test: what reads it with other programs ({@code src/test/python/clients.sh}) need not make it again. */
    private final Path run = Path.of("target/sample").toAbsolutePath();

    private Program.Ended ended;
    private DuckDb tables;
    private List<Expectation> expectations;

    /** A published document. */
    private record Published(String language, String text) {}

    @BeforeAll
    void runSample() throws IOException {
        FileUtil.fullyDelete(run.toFile());
        ended = Distribution.run("sample", "--out", run.toString(), "--master", "local[2]");
        tables = new DuckDb(run);
        expectations = Expectation.all();
    }

    @Test
    void it_ends_with_a_guard_for_the_file_that_breaks_off() {
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err()).contains("alarm: 1 file could not be read to the end");
    }

    @Test
    void it_prints_progress_funnel_costs_and_where_to_look() {
        assertThat(ended.err()).contains("documents  100 %", "decide     100 %", "dedup", "shard");
        assertThat(ended.out())
                .contains("records ", "kept ", "ms per 1,000 records")
                .contains(
                        run.resolve("shards").toString(),
                        run.resolve("report.html").toString());
    }

    @Test
    void it_leaves_every_table_the_card_the_manifests_and_the_report() {
        assertThat(List.of(
                        "run.json",
                        "manifest.json",
                        "report.html",
                        "documents/_SUCCESS",
                        "signals/_SUCCESS",
                        "ledger/_SUCCESS",
                        "clusters/_SUCCESS",
                        "decisions/_SUCCESS",
                        "shards/_SUCCESS",
                        "shards/README.md",
                        "shards/manifest.json",
                        "shards/CHECKSUMS.sha256"))
                .allSatisfy(name -> assertThat(run.resolve(name)).isNotEmptyFile());
        assertThat(run.resolve("_lock")).doesNotExist();
    }

    @TestFactory
    Stream<DynamicTest> every_record_meets_its_expectation() {
        Map<String, Published> published = new HashMap<>();
        tables.rows("select record_id, url, language || '_' || language_script, text from $data")
                .forEach(r ->
                        published.put(r.get(0) + "|" + r.get(1), new Published((String) r.get(2), (String) r.get(3))));
        Map<String, Set<String>> stopped = stopped();
        return expectations.stream()
                .filter(e -> e.outcome() != Outcome.OPEN && e.outcome() != Outcome.TWIN)
                .map(e -> dynamicTest(e.page(), () -> check(e, published, stopped)));
    }

    private static void check(Expectation e, Map<String, Published> published, Map<String, Set<String>> stopped) {
        String key = e.record() + "|" + e.url();
        Published row = published.get(key);
        if (e.outcome() == Outcome.KEPT) {
            assertThat(row)
                    .as(key + " is published; stopped by " + stopped.get(key))
                    .isNotNull();
            assertThat(row.language()).isEqualTo(e.label());
            assertThat(row.text()).contains(e.contains());
            if (!e.lacks().isEmpty()) {
                assertThat(row.text()).doesNotContain(e.lacks());
            }
        } else {
            assertThat(row).as(key).isNull();
        }
        if (e.outcome() == Outcome.DROPPED) {
            assertThat(stopped.getOrDefault(key, Set.of()))
                    .as(key)
                    .anyMatch(s -> e.stages().contains(s.substring(0, s.indexOf('/'))));
        }
    }

    /** Stage and rule that stopped a record, by record and address. */
    private Map<String, Set<String>> stopped() {
        Map<String, Set<String>> stopped = new HashMap<>();
        tables.rows("select record_id, url, stage, rule from $ledger where kind = 'record'")
                .forEach(r -> stopped.computeIfAbsent(r.get(0) + "|" + r.get(1), k -> new TreeSet<>())
                        .add(r.get(2) + "/" + r.get(3)));
        tables.rows(
                        "select d.record_id, d.url, x.stage from $decisions x join $documents d using (key) where not x.keep")
                .forEach(r -> stopped.computeIfAbsent(r.get(0) + "|" + r.get(1), k -> new TreeSet<>())
                        .add(r.get(2) + "/"));
        return stopped;
    }

    @Test
    void exactly_one_of_each_cluster_is_published() {
        Set<Object> published = new TreeSet<>();
        tables.rows("select record_id from $data").forEach(r -> published.add(r.get(0)));
        Map<String, List<Expectation>> clusters = expectations.stream()
                .filter(e -> e.outcome() == Outcome.TWIN)
                .collect(groupingBy(Expectation::cluster));
        assertThat(clusters).isNotEmpty();
        clusters.forEach((cluster, members) -> assertThat(members.stream().filter(m -> published.contains(m.record())))
                .as(cluster)
                .hasSize(1));
    }

    @Test
    void records_are_conserved_by_stage_and_language() {
        long documents = tables.count("select count(*) from $documents");
        long records =
                expectations.stream().filter(e -> e.outcome() != Outcome.DAMAGE).count();
        long ledger = tables.count("select count(*) from $ledger where kind = 'record'");
        assertThat(documents + ledger).isGreaterThanOrEqualTo(records);
        assertThat(tables.count("select count(*) from $signals")).isEqualTo(documents);
        assertThat(tables.count("select count(*) from $decisions")).isEqualTo(documents);
        assertThat(tables.rows("select language, count(*) from $decisions where keep group by 1 order by 1"))
                .isEqualTo(tables.rows(
                        "select language || '_' || language_script, count(*) from $data group by 1 order by 1"));
        assertThat(tables.count("select count(*) from $decisions where stage = 'quality'"))
                .isEqualTo(tables.count("select count(*) from $removed"));
    }

    @Test
    void the_corpus_has_twenty_languages_in_ten_scripts() {
        assertThat(tables.count("select count(distinct language) from $data")).isGreaterThanOrEqualTo(20);
        assertThat(tables.count("select count(distinct language_script) from $data"))
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void a_dropped_document_keeps_rule_value_and_threshold() {
        assertThat(tables.count("select count(*) from $decisions where not keep and len(reasons) = 0"))
                .isZero();
        assertThat(tables.count(
                        "select count(*) from (select unnest(reasons) r from $decisions where stage = 'quality')"
                                + " where r.rule = '' or r.value = ''"))
                .isZero();
        assertThat(tables.count("select count(*) from $ledger where stage = '' or rule = ''"))
                .isZero();
    }

    @Test
    void personal_data_is_masked() {
        assertThat(tables.strings("select text from $data")).noneMatch(text -> text.contains("@orchard-mail"));
        assertThat(tables.count("select count(*) from $signals where len(pii) > 0"))
                .isPositive();
        assertThat(tables.count(
                        "select count(*) from $data where regexp_matches(text, '[a-z0-9.]+@[a-z-]+\\.[a-z]{2,}')"
                                + " and not text like '%@example.%'"))
                .isZero();
    }

    @Test
    void checksums_and_manifest_name_every_shard() throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("shards/CHECKSUMS.sha256"));
        JsonNode manifest =
                new ObjectMapper().readTree(run.resolve("shards/manifest.json").toFile());
        try (Stream<Path> found = Files.walk(run.resolve("shards"))) {
            List<Path> shards =
                    found.filter(p -> p.toString().endsWith(".parquet")).toList();
            assertThat(shards).isNotEmpty();
            for (Path shard : shards) {
                String name = run.resolve("shards").relativize(shard).toString();
                assertThat(lines).contains(sha256(shard) + "  " + name);
                assertThat(manifest.findValuesAsText("path")).contains(name);
            }
            assertThat(found(run)).noneMatch(p -> p.toString().endsWith(".crc"));
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> found(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.toList();
        }
    }

    @Test
    void the_same_command_again_has_nothing_to_do_and_other_settings_need_overwrite() throws IOException {
        Program.Ended again = Distribution.run("sample", "--out", run.toString(), "--master", "local[2]", "--dry-run");
        assertThat(again.out()).doesNotContain("to do").contains("finished, is kept");
        Program.Ended other =
                Distribution.run("sample", "--out", run.toString(), "--set", "quality.profile=fineweb2", "--dry-run");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("decide, shard, report", "--overwrite");
    }

    @Test
    void one_stage_is_done_again_when_that_is_asked_for() throws IOException {
        assertThat(Distribution.run("report", run.toString()).out()).contains("Nothing to do", "--overwrite");
        assertThat(Distribution.run("shard", run.toString(), "--overwrite", "--dry-run")
                        .out())
                .contains("decide     finished, is kept")
                .contains("shard      finished, is done again as asked")
                .contains("report     not asked for");
        Files.delete(run.resolve("report.html"));
        Distribution.run("report", run.toString(), "--overwrite", "--master", "local[2]");
        assertThat(run.resolve("report.html")).content().contains("eng_Latn");
    }

    @Test
    void tables_leave_as_text() throws IOException {
        Program.Ended clusters = Distribution.run(
                "export", run.toString(), "clusters", "--format", "tsv", "--columns", "id,cluster,keep");
        assertThat(clusters.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("[0-9a-f]{32}\\t[0-9a-f]{32}\\t[01]"));
        Program.Ended documents =
                Distribution.run("export", run.toString(), "documents", "--columns", "id=record_id,text");
        assertThat(documents.out().lines()).hasSize((int) tables.count("select count(*) from $documents"));
    }
}
