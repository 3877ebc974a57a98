package org.babelmill.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.babelmill.pipeline.config.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
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
            return wrong instanceof MissingParameterException missing
                    ? missing(missing)
                    : noSuchValue(wrong).orElse(wrong.getMessage().replaceFirst("^Error: ", ""));
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

    /** A word that is none of the few an option takes. */
    private static Optional<String> noSuchValue(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null || wrong.getValue() == null || argument.completionCandidates() == null) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>();
        argument.completionCandidates().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        String value = wrong.getValue().toLowerCase(Locale.ROOT);
        return Optional.of(name + " " + wrong.getValue() + ": " + Suggestions.of(value, known));
    }

    /** The parser names what is missing in its own grammar; what it is for stands in the help. */
    private static String missing(MissingParameterException wrong) {
        String named =
                wrong.getMissing().stream().map(UsageMessage::name).distinct().collect(Collectors.joining("; "));
        return named.isEmpty() ? wrong.getMessage() : "missing: " + named;
    }

    private static String name(ArgSpec argument) {
        if (argument.group() != null) {
            return argument.group().args().stream().map(UsageMessage::alone).collect(Collectors.joining(", or "));
        }
        return alone(argument);
    }

    private static String alone(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
        String what = String.join(" ", argument.description());
        int end = what.indexOf(". ");
        return name + " (" + (end < 0 ? what : what.substring(0, end)).replaceFirst("\\.$", "") + ")";
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
