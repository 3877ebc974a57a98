package org.babelmill.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ManPagesTest {

    @Test
    void every_command_has_a_page_with_all_its_options() throws IOException {
        Map<String, String> pages = ManPages.all();

        assertThat(pages).containsKeys("babelmill", "babelmill-run", "babelmill-index-add");
        new CommandLine(new Babelmill()).getSubcommands().forEach((name, command) -> {
            String page = pages.get("babelmill-" + name);
            assertThat(page).as(name).contains(".SH \"NAME\"\nbabelmill\\-" + name.replace("-", "\\-") + " \\- ");
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(page).as(name).contains(option.longestName().replace("-", "\\-"));
            }
        });
    }

    @Test
    void the_front_page_names_the_commands_and_the_exit_codes() throws IOException {
        assertThat(ManPages.all().get("babelmill"))
                .contains(".B what\\-if\n", ".SH \"EXIT STATUS\"", "a guard tripped", "babelmill\\-takedown(1)");
    }

    @Test
    void groff_has_nothing_to_complain_of(@TempDir Path folder) throws IOException {
        Path groff = Path.of("/usr/bin/groff");
        assumeTrue(Files.isExecutable(groff), "no groff is installed");
        ManPages.main(new String[] {folder.toString()});
        List<String> command = new ArrayList<>(List.of(groff.toString(), "-man", "-Tutf8", "-ww", "-z"));
        for (String page : ManPages.all().keySet()) {
            command.add(folder.resolve("man/man1/" + page + ".1").toString());
        }
        Path said = folder.resolve("said");
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .onExit()
                .join();

        assertThat(said).isEmptyFile();
        assertThat(folder.resolve("bash-completion/completions/babelmill"))
                .content()
                .contains("what-if");
    }
}
