package org.babelmill.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of README and docs, in the order in which a reader meets them, in one folder that begins with nothing
 * but the distribution and the files that the pages call the reader's own. Blocks that say {@code # Not tested:} are
 * shown as skipped, with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsIT {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern LINK = Pattern.compile("\\(([a-z-]+\\.md)\\)");

    private Workplace workplace;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        workplace = Workplace.open(folder);
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        workplace.close();
    }

    @TestFactory
    Stream<DynamicNode> every_command_works() throws IOException {
        List<DynamicNode> pages = new ArrayList<>();
        for (Path page : pages()) {
            List<ShellBlock> blocks = ShellBlock.of(page, "sh");
            if (!blocks.isEmpty()) {
                pages.add(dynamicContainer(
                        page.getFileName().toString(),
                        blocks.stream().map(block -> dynamicTest(block.toString(), () -> run(block)))));
            }
        }
        assertThat(pages).hasSizeGreaterThan(10);
        return pages.stream();
    }

    private void run(ShellBlock block) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                block.notTested().isEmpty(),
                () -> block + " is not tested: " + block.notTested().orElseThrow());
        Workplace.Ended ended = workplace.run(block.text());
        assertThat(ended.code())
                .as("%s%n%s%n%s", block, block.text(), ended.output())
                .isZero();
    }

    /** README, then the pages as the table of contents names them. */
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
        Matcher links = LINK.matcher(Files.readString(DOCS.resolve("README.md")));
        while (links.find()) {
            Path page = DOCS.resolve(links.group(1));
            if (!pages.contains(page)) {
                pages.add(page);
            }
        }
        return pages;
    }
}
