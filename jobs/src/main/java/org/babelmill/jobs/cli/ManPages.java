package org.babelmill.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** Writes the manual pages of all commands and the completion script for the distribution; the build runs it. */
public final class ManPages {

    private ManPages() {}

    /**
     * Writes {@code man/man1/*.1} and {@code bash-completion/completions/babelmill}.
     *
     * @param arguments the folder to write into ({@code share} of the distribution)
     */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        Path pages = Files.createDirectories(share.resolve("man/man1"));
        for (Map.Entry<String, String> page : all().entrySet()) {
            Files.writeString(pages.resolve(page.getKey() + ".1"), page.getValue());
        }
        Path completions = Files.createDirectories(share.resolve("bash-completion/completions"));
        Files.writeString(completions.resolve("babelmill"), picocli.AutoComplete.bash("babelmill", Main.commands()));
    }

    /** The pages by name. */
    static Map<String, String> all() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        add(Main.commands(), BuildVersion.number(), pages);
        return pages;
    }

    private static void add(CommandLine command, String version, Map<String, String> pages) {
        ManPage page = new ManPage(command.getCommandSpec(), version);
        pages.put(page.name(), page.roff());
        command.getSubcommands().values().forEach(sub -> add(sub, version, pages));
    }
}
