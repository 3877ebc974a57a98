package org.babelmill.jobs.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.babelmill.pipeline.config.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that is wrong: a word that is not known comes first, whatever else is missing. */
final class UsageMessage {

    private static final Pattern UNKNOWN = Pattern.compile("^Unknown option: '([^']+)'");

    private UsageMessage() {}

    /** One line that names the word and the ones that may have been meant. */
    static String of(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        List<String> unknown = unknown(wrong);
        if (unknown.isEmpty()) {
            return wrong.getMessage();
        }
        String word = unknown.get(0).split("=", 2)[0];
        if (word.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .map(option -> option.longestName())
                    .toList();
            return word + ": no such option; " + Suggestions.of(word, options);
        }
        return command.getSubcommands().isEmpty()
                ? unknown.get(0) + ": nothing more is expected here"
                : word + ": no such command; "
                        + Suggestions.of(word, command.getSubcommands().keySet());
    }

    /** Words that picocli could not place; where one stood in place of a value, only its message names it. */
    private static List<String> unknown(ParameterException wrong) {
        Matcher option = UNKNOWN.matcher(wrong.getMessage());
        if (option.find()) {
            return List.of(option.group(1));
        }
        return wrong instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched()
                : wrong.getCommandLine().getUnmatchedArguments();
    }
}
