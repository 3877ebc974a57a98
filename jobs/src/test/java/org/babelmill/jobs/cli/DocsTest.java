package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.babelmill.jobs.docs.ShellBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The commands of README and docs are ones that the program knows, those that DocsIT cannot run among them. */
class DocsTest {

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_line_is_one_that_the_program_takes(Path page) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (ShellBlock block : ShellBlock.of(page, "sh")) {
            commands.addAll(block.commands());
        }
        for (List<String> command : commands) {
            arguments(command).forEach(arguments -> parses(page, arguments));
        }
    }

    /** What follows the program's name, or the jar that {@code spark-submit} starts. */
    private static Stream<List<String>> arguments(List<String> command) {
        for (int i = 0; i < command.size(); i++) {
            if (command.get(i).endsWith("babelmill") || command.get(i).endsWith("babelmill-submit.jar")) {
                return Stream.of(command.subList(i + 1, command.size()));
            }
        }
        return Stream.empty();
    }

    private static void parses(Path page, List<String> arguments) {
        CommandLine program = Main.commands();
        assertThatCode(() -> program.parseArgs(arguments.toArray(String[]::new)))
                .as("%s: babelmill %s", page, String.join(" ", arguments))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_command_in_running_text_names_a_command_and_its_options(Path page) throws IOException {
        for (String span : ShellBlock.spans(page)) {
            CommandLine at = new CommandLine(new Babelmill());
            for (String word : span.split(" ")) {
                at = at.getSubcommands().getOrDefault(word, at);
                if (word.startsWith("--")) {
                    assertThat(at.getCommandSpec().findOption(word.replaceAll("=.*", "")))
                            .as("%s: %s in `%s`", page, word, span)
                            .isNotNull();
                }
            }
            assertThat(at.getCommandName()).as("%s: `%s`", page, span).isNotEqualTo("babelmill");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commands_stand_where_the_test_that_runs_them_looks(Path page) throws IOException {
        assertThat(ShellBlock.of(page, ""))
                .as("fences without a language in %s", page)
                .allSatisfy(block -> assertThat(block.text()).doesNotContain("babelmill "));
        assertThat(Files.readAllLines(page)).noneMatch(line -> line.matches(" {4}(babelmill|java|spark-submit) .*"));
    }
}
