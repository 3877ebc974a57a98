package org.babelmill.jobs.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shell commands between fences ({@code ```sh}) of a page.
 *
 * @param page file name of the page
 * @param line where it begins
 * @param text the commands
 */
public record ShellBlock(String page, int line, String text) {

    private static final Pattern FENCE = Pattern.compile("^( *)```(\\S*)\\s*$");
    private static final Pattern NOT_TESTED = Pattern.compile("^# Not tested: (.+)$", Pattern.MULTILINE);
    private static final Pattern SPAN = Pattern.compile("`(babelmill [a-z][^`]*)`");

    /** All fenced stretches of a page in a language; the empty one has none. */
    public static List<ShellBlock> of(Path page, String language) throws IOException {
        List<ShellBlock> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        int begun = -1;
        String kind = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (!fence.matches()) {
                continue;
            }
            if (begun < 0) {
                begun = i;
                kind = fence.group(2);
            } else {
                if (kind.equals(language)) {
                    int indent = fence.group(1).length();
                    String text = String.join(
                            "\n",
                            lines.subList(begun + 1, i).stream()
                                    .map(line -> line.substring(Math.min(indent, line.length())))
                                    .toList());
                    blocks.add(new ShellBlock(page.getFileName().toString(), begun + 1, text));
                }
                begun = -1;
            }
        }
        return blocks;
    }

    /** Commands that stand in the running text of a page. */
    public static List<String> spans(Path page) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher spans = SPAN.matcher(Files.readString(page).replaceAll("\\s*\n\\s*", " "));
        while (spans.find()) {
            found.add(spans.group(1));
        }
        return found;
    }

    /** Why the block cannot run where the tests run; readers see it too. */
    public Optional<String> notTested() {
        Matcher mark = NOT_TESTED.matcher(text);
        return mark.find() ? Optional.of(mark.group(1)) : Optional.empty();
    }

    /** Its command lines, each as words, without pipes, redirections and remarks. */
    public List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        for (String line : text.replace("\\\n", " ").split("\n")) {
            List<String> words = new ArrayList<>();
            Matcher word = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+").matcher(line);
            while (word.find() && !word.group().startsWith("#")) {
                if (List.of("|", "&&", ";", ">", ">>", "&", "<").contains(word.group())) {
                    commands.add(words);
                    words = new ArrayList<>();
                } else {
                    words.add(word.group().replaceAll("['\"]", ""));
                }
            }
            commands.add(words);
        }
        commands.removeIf(List::isEmpty);
        return commands;
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
