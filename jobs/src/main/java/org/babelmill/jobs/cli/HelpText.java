package org.babelmill.jobs.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Help pages: commands in groups, and lines that never break inside the name of a file or setting. picocli asks the JDK
 * where a line may break, and that breaks behind each dot and hyphen; so names are held together by a character without
 * width while lines are laid out, which is taken out again at the end.
 */
final class HelpText extends Help {

    private static final String GLUE = "\uFEFF";

    /** Between a mark in the middle of a word and what follows. */
    private static final Pattern INSIDE_NAME = Pattern.compile("(?<=[\\p{L}\\p{N}][./_-])(?=[\\p{L}\\p{N}*])");

    HelpText(CommandSpec command, ColorScheme colors) {
        super(command, colors);
    }

    private static String held(String text) {
        return INSIDE_NAME.matcher(text).replaceAll(GLUE);
    }

    private static String loose(String page) {
        return page.replace(GLUE, "");
    }

    private String paragraphs(String[] lines) {
        String[] held = Arrays.stream(lines).map(HelpText::held).toArray(String[]::new);
        int width = commandSpec().usageMessage().width();
        return loose(join(ansi(), width, true, held, new StringBuilder()).toString());
    }

    @Override
    public String description(Object... parameters) {
        return paragraphs(commandSpec().usageMessage().description());
    }

    @Override
    public String optionList() {
        return loose(super.optionList());
    }

    @Override
    public String parameterList() {
        return loose(super.parameterList());
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer standard = super.createDefaultOptionRenderer();
        return (option, labels, colors) -> held(standard.render(option, labels, colors));
    }

    @Override
    public IParameterRenderer createDefaultParameterRenderer() {
        IParameterRenderer standard = super.createDefaultParameterRenderer();
        return (parameter, labels, colors) -> held(standard.render(parameter, labels, colors));
    }

    /** The last column is the description; none of ours has styles of its own. */
    private Ansi.Text[][] held(Ansi.Text[][] rows) {
        for (Ansi.Text[] row : rows) {
            int last = row.length - 1;
            row[last] = ansi().new Text(held(row[last].plainString()));
        }
        return rows;
    }

    @Override
    public String commandList(Map<String, Help> commands) {
        if (commandSpec().parent() != null) {
            return super.commandList(commands);
        }
        StringBuilder text = new StringBuilder();
        for (CommandGroup group : CommandGroup.all()) {
            text.append(String.format(Locale.ROOT, "%n%s:%n", group.title()));
            group.commands()
                    .forEach((name, line) -> text.append(String.format(
                            Locale.ROOT,
                            "  %s%s%s%n",
                            colorScheme().commandText(name),
                            " ".repeat(22 - name.length()),
                            line)));
        }
        return text.toString();
    }
}
