package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is refused before Spark starts: exit code 2, one line that names thing, value and what is allowed. */
class UsageTest {

    @TempDir
    Path folder;

    private String input;
    private String output;

    @BeforeEach
    void unpackInput() throws IOException {
        input = EmbeddedSample.unpack(folder.resolve("in")).get(0).toString();
        output = folder.resolve("out").toString();
    }

    private Program.Ended run(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("run", "--input", input, "--output", output));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private void refused(Program.Ended ended, String... parts) {
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("babelmill: ").contains(parts);
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void a_missing_path() {
        refused(
                Program.run("run", "--input", "/no/such/file.warc.gz", "--output", output),
                "/no/such/file.warc.gz",
                "no such");
    }

    @Test
    void a_glob_without_match() {
        String glob = folder + "/*.none.gz";
        refused(Program.run("run", "--input", glob, "--output", output), glob, "no match");
    }

    @Test
    void an_empty_folder() throws IOException {
        String empty = Files.createDirectory(folder.resolve("empty")).toString();
        refused(Program.run("run", "--input", empty, "--output", output), empty, "no file to read", "WARC");
    }

    @Test
    void a_file_that_is_no_archive() throws IOException {
        Path text = Files.writeString(folder.resolve("fake.warc"), "Dear diary, today was a fine day.\n".repeat(20));
        refused(Program.run("run", "--input", text.toString(), "--output", output), "fake.warc", "expected a WARC");
    }

    @Test
    void a_file_of_no_known_kind() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.docx"), "x");
        refused(Program.run("run", "--input", file.toString(), "--output", output), "notes.docx", "can read");
    }

    @Test
    void an_unknown_option() {
        refused(run("--partitions", "3"), "--partitions: no such option; allowed here:", "--languages");
    }

    @ParameterizedTest
    @CsvSource({"--inptu x, --inptu, --input", "--inptu=x, --inptu, --input", "--input x --ouput=y, --ouput, --output"})
    void a_mistyped_option_is_named_before_what_is_missing_without_it(String options, String wrong, String meant) {
        Program.Ended ended = Program.run(("run " + options).split(" "));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("babelmill: " + wrong + ": no such option; did you mean " + meant);
    }

    @Test
    void a_missing_option_is_named() {
        refused(Program.run("run", "--input", input), "--output");
    }

    @Test
    void a_mistyped_trainer_suggests_the_one_that_was_meant() {
        Program.Ended ended = Program.run("mixture", input, "--for", "huggingface,megatorn");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("babelmill: --for megatorn: did you mean megatron?");
        assertThat(Program.run("mixture", "--help").out().replaceAll("\\s+", " "))
                .contains("megatron, nemo, olmo, levanter");
    }

    @ParameterizedTest
    @CsvSource({"rnu, run", "smaple, sample", "whatif, what-if", "explian, explain"})
    void a_mistyped_command_suggests_the_one_that_was_meant(String wrong, String meant) {
        Program.Ended ended = Program.run(wrong);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("babelmill: " + wrong + ": no such command; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dedup.mood=verified | dedup.mood | mode",
                "dedup.threshold=1.5 | dedup.threshold | 1.5",
                "dedup.threshold=high | dedup.threshold | high",
                "dedup.mode=fuzzy | dedup.mode | verified",
                "input.split-size=12 parsecs | input.split-size | parsecs",
                "quality.profile=nice | quality.profile | fineweb2",
                "quality.language-profiles=/tmp/none-here | quality.language-profiles | none-here",
                "takedown.tombstones=[no-stones.txt] | takedown.tombstones | no-stones.txt",
                "language.select=[xyz_Latn] | language.select | xyz_Latn",
                "nonsense | nonsense | ="
            })
    void a_wrong_setting(String setting, String key, String named) {
        refused(run("--set", setting), key, named);
    }

    @Test
    void several_wrong_settings_are_all_named() {
        refused(
                run("--set", "dedup.threshold=7", "--set", "shards.compression-level=99"),
                "dedup.threshold",
                "shards.compression-level");
    }

    @Test
    void a_settings_file_that_is_missing_or_no_yaml() throws IOException {
        refused(run("--config", "/no/such.yaml"), "/no/such.yaml");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "dedup: [unclosed");
        refused(run("--config", broken.toString()), "broken.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"german", "deu_Xxxx", "zzz_Latn"})
    void an_unknown_language(String tag) {
        refused(run("--languages", tag), tag, "deu_Latn");
    }

    @Test
    void a_folder_of_profiles_that_holds_none() {
        refused(run("--language-profiles", folder.resolve("in").toString()), "quality.language-profiles", "*.yaml");
    }

    @Test
    void what_a_short_code_is_taken_for_is_said() {
        Program.Ended ended = run("--dry-run", "--languages", "zh,deu_Latn");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("--languages zh is taken for cmn_Hans").doesNotContain("deu_Latn");
    }

    @Test
    void a_sample_where_something_else_lies_leaves_nothing_there() throws IOException {
        Files.createDirectories(Path.of(output));
        Files.writeString(Path.of(output, "thesis.txt"), "precious");
        Program.Ended ended = Program.run("sample", "--out", output);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--out ", "thesis.txt");
        assertThat(Path.of(output)).isDirectoryContaining("glob:**/thesis.txt");
        assertThat(Path.of(output, "input")).doesNotExist();
    }

    @Test
    void an_index_that_is_none() {
        Program.Ended ended =
                Program.run("plan", "--index", folder.resolve("in").toString(), "--languages", "deu_Latn");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--index ", "is not Parquet");
    }

    @Test
    void an_output_folder_that_holds_something_else() throws IOException {
        Files.createDirectories(Path.of(output));
        Files.writeString(Path.of(output, "thesis.txt"), "precious");
        Program.Ended ended = run();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("thesis.txt").contains("--overwrite");
        assertThat(Path.of(output, "thesis.txt")).content().isEqualTo("precious");
    }

    @Test
    void a_run_directory_that_is_none() {
        Program.Ended ended = Program.run("decide", folder.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(folder.toString()).contains("run.json");
    }

    @Test
    void a_dry_run_prints_the_plan_and_writes_nothing() {
        Program.Ended ended = run("--dry-run", "--languages", "deu_Latn,swh_Latn");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("1 file, ", "bytes, ")
                .contains("documents  to do")
                .contains("shard      to do");
        assertThat(Path.of(output)).doesNotExist();
    }

    @Test
    void every_command_explains_itself() {
        for (String command :
                new picocli.CommandLine(new Babelmill()).getSubcommands().keySet()) {
            Program.Ended ended = Program.run(command, "--help");
            assertThat(ended.code()).as(command).isZero();
            assertThat(ended.out()).as(command).contains("Usage: ").contains(command);
        }
    }

    @Test
    void the_front_page_names_each_command_once() {
        Program.Ended ended = Program.run("--help");
        assertThat(CommandGroup.all().stream().flatMap(group -> group.commands().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(new picocli.CommandLine(new Babelmill())
                        .getSubcommands()
                        .keySet());
        assertThat(ended.out()).contains("Make a corpus:", "\n  what-if ").doesNotContain("\uFEFF");
        assertThat(ended.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void help_does_not_break_names() {
        assertThat(Program.run("takedown", "--help").out().replaceAll("\\s+", " "))
                .contains("tombstones.txt for later builds (takedown.tombstones)")
                .doesNotContain("\uFEFF");
        assertThat(Program.run("run", "--help").out()).contains("quality.language-profiles=DIR");
    }

    @Test
    void what_is_missing_is_named_with_what_it_is_for() {
        refused(Program.run("run", "--output", output), "missing: --input PATH (Archives", ", or --plan FILE (What");
        refused(Program.run("run", "--input", input), "missing: --output DIR (The run directory)");
        refused(Program.run("explain"), "missing: DIR (A run directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signals", "rules"})
    void the_reference_page_is_what_the_program_says_of_itself(String page) throws IOException {
        Program.Ended ended = Program.run("describe", page);
        assertThat(ended.code()).isZero();
        assertThat(Path.of("../docs", page + ".md"))
                .as("babelmill describe %s > docs/%s.md", page, page)
                .content()
                .isEqualTo(ended.out());
    }

    @Test
    void shells_can_complete_its_commands() {
        Program.Ended ended = Program.run("generate-completion");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("complete").contains("what-if");
    }
}
