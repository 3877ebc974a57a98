package org.babelmill.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every hostile page ends with the outcome that {@code hostile-pages.txt} states, and none with an exception. */
class HostilePagesTest {

    @Test
    void everyHostilePageEndsWithItsStatedOutcome() throws IOException {
        DocumentExtractor extractor = Pages.extractor();
        List<String> outcomes = new ArrayList<>();
        for (Map.Entry<String, Supplier<HostilePages.Page>> entry :
                HostilePages.all().entrySet()) {
            HostilePages.Page page = entry.getValue().get();
            ExtractionOutcome outcome = extractor.extract(Pages.record(page.contentType(), page.body()));
            outcomes.add(entry.getKey() + " -> " + Pages.outcome(outcome));
        }
        assertThat(outcomes).hasSizeGreaterThan(100);
        assertThat(String.join("\n", outcomes)).isEqualTo(stated());
    }

    private static String stated() throws IOException {
        try (InputStream in = HostilePagesTest.class.getResourceAsStream("hostile-pages.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
