package org.babelmill.jobs.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The distribution says what is in it. */
class SbomIT {

    private static final Path DISTRIBUTION = Path.of("target/babelmill");

    @Test
    void the_sbom_lists_every_library_of_the_distribution() throws IOException {
        JsonNode sbom = new JsonMapper()
                .readTree(DISTRIBUTION.resolve("share/sbom.json").toFile());
        Set<String> listed = new TreeSet<>();
        for (JsonNode library : sbom.path("components")) {
            listed.add(file(library));
            boolean ours = library.path("group").asText().equals("org.babelmill");
            assertThat(library.path("hashes").size()).as("%s", library).isGreaterThanOrEqualTo(ours ? 0 : 1);
            assertThat(library.path("purl").asText()).startsWith("pkg:maven/");
        }
        try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
            assertThat(listed)
                    .isEqualTo(jars.map(jar -> jar.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String file(JsonNode library) {
        String classifier = library.path("purl").asText().replaceFirst(".*[?&]classifier=([^&]*).*|.*", "$1");
        return library.path("name").asText() + "-" + library.path("version").asText()
                + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }
}
