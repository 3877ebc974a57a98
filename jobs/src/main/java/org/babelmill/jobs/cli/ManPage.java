package org.babelmill.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the macros of man(7), from the same descriptions that {@code --help} prints. */
final class ManPage {

    private final CommandSpec spec;
    private final String version;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandSpec spec, String version) {
        this.spec = spec;
        this.version = version;
    }

    /** Name of the page: {@code babelmill-index-add}. */
    String name() {
        return spec.qualifiedName("-");
    }

    /** The page in roff. */
    String roff() {
        macro("TH", name().toUpperCase(Locale.ROOT), "1", "", "babelmill " + version, "Babelmill");
        section("NAME");
        line(name() + " - " + summary(spec));
        section("SYNOPSIS");
        plain(spec.commandLine().getHelp().synopsis(0));
        section("DESCRIPTION");
        paragraphs(spec.usageMessage().description());
        arguments();
        commands();
        if (spec.usageMessage().footer().length > 0) {
            section("EXAMPLES");
            plain(String.join("\n", spec.usageMessage().footer())
                    .strip()
                    .replaceFirst("^(Examples?|Start with):\n", ""));
        }
        ending();
        return text.toString();
    }

    /** The first sentence of a command's description. */
    static String summary(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length == 0 ? "" : description[0].split("(?<=[.:]) ", 2)[0].replaceAll("[.:]$", "");
    }

    private void arguments() {
        List<ArgSpec> arguments = new ArrayList<>(spec.positionalParameters());
        arguments.addAll(spec.options());
        arguments.removeIf(ArgSpec::hidden);
        if (!arguments.isEmpty()) {
            section("OPTIONS");
        }
        for (ArgSpec argument : arguments) {
            item(
                    argument instanceof OptionSpec option
                            ? String.join(", ", option.names()) + value(option)
                            : ((PositionalParamSpec) argument).paramLabel(),
                    String.join(" ", argument.description()));
        }
    }

    private static String value(OptionSpec option) {
        return option.arity().max() == 0
                ? ""
                : " " + option.paramLabel() + (option.arity().max() > 1 ? "..." : "");
    }

    private void commands() {
        TreeMap<String, CommandLine> commands = new TreeMap<>(spec.subcommands());
        if (!commands.isEmpty()) {
            section("COMMANDS");
            commands.forEach((name, command) -> item(name, summary(command.getCommandSpec())));
        }
    }

    private void ending() {
        section("EXIT STATUS");
        item("0", "Done.");
        item("1", "Failed.");
        item("2", "Wrong usage or settings; nothing was done.");
        item("3", "Done, but a guard tripped: something has to be looked at, and what it is was printed.");
        section("ENVIRONMENT");
        item("BABELMILL_JAVA_OPTS", "Options for Java, such as -Xmx12g.");
        item("JAVA_HOME", "The Java to run with, 17 or newer; default: the one on the path.");
        item("HADOOP_CONF_DIR", "Where core-site.xml and the like are: storage and its keys.");
        section("SEE ALSO");
        CommandSpec parent = spec.parent();
        if (parent != null) {
            line(parent.qualifiedName("-") + "(1)");
        } else {
            line(String.join(
                    ", ",
                    new TreeMap<>(spec.subcommands())
                            .keySet().stream()
                                    .map(name -> "babelmill-" + name + "(1)")
                                    .toList()));
        }
    }

    private void section(String name) {
        macro("SH", name);
    }

    private void item(String term, String description) {
        text.append(".TP\n.B ").append(escaped(term)).append('\n');
        line(description);
    }

    private void paragraphs(String[] paragraphs) {
        for (String paragraph : paragraphs) {
            if (paragraph.isEmpty()) {
                text.append(".PP\n");
            } else {
                line(paragraph);
            }
        }
    }

    /** Lines as they are. */
    private void plain(String lines) {
        text.append(".nf\n");
        Ansi.OFF.string(lines).lines().forEach(this::line);
        text.append(".fi\n");
    }

    private void line(String line) {
        String shown = escaped(Ansi.OFF.string(line));
        text.append(shown.startsWith(".") || shown.startsWith("'") ? "\\&" : "")
                .append(shown)
                .append('\n');
    }

    private void macro(String name, String... words) {
        text.append('.').append(name);
        for (String word : words) {
            text.append(" \"").append(escaped(word).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
    }

    private static String escaped(String words) {
        StringBuilder roff = new StringBuilder();
        words.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> roff.append("\\e");
                case '-' -> roff.append("\\-");
                default ->
                    roff.append(
                            point < 127 ? Character.toString(point) : String.format(Locale.ROOT, "\\[u%04X]", point));
            }
        });
        return roff.toString();
    }
}
