package org.babelmill.jobs.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample's sources, as they lie in this module. */
final class SampleSources {

    static final Path FOLDER = Path.of("src/main/sample");

    private SampleSources() {}

    static List<SamplePage> warc() throws IOException {
        return SamplePages.read(FOLDER.resolve("pages"));
    }

    static List<SamplePage> all() throws IOException {
        return Stream.concat(warc().stream(), SamplePages.read(FOLDER.resolve("text")).stream())
                .toList();
    }

    static PageLayout layout() throws IOException {
        return PageLayout.read(FOLDER);
    }

    static SamplePage page(String id) throws IOException {
        return all().stream().filter(page -> page.id().equals(id)).findFirst().orElseThrow();
    }
}
