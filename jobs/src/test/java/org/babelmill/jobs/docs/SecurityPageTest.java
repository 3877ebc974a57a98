package org.babelmill.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each threat of docs/security.md names tests that hold it, and those exist. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))\\.(\\w+)`");
    private static final List<String> MODULES = List.of("pipeline", "extract", "langid", "dedup", "quality", "jobs");

    @Test
    void every_threat_is_held_by_tests_that_exist() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(10);
        for (String row : rows) {
            Matcher named = NAMED.matcher(row);
            int tests = 0;
            while (named.find()) {
                tests++;
                assertThat(Files.readString(source(named.group(1))))
                        .as("%s", named.group())
                        .containsPattern("(void|ArchRule) " + named.group(2) + "\\b");
            }
            assertThat(tests).as("tests named in: %s", row).isPositive();
        }
    }

    private static Path source(String test) throws IOException {
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/test/java"))) {
                List<Path> found =
                        files.filter(file -> file.endsWith(test + ".java")).toList();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        throw new AssertionError("docs/security.md names " + test + ", which does not exist");
    }
}
