package org.babelmill.jobs.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What stands around the text of a page in one language: none of it is content.
 *
 * @param menu headings of the navigation
 * @param search label of the search field
 * @param cookies the cookie banner
 * @param accept its button
 * @param share label of the share bar
 * @param related heading of the links to other articles
 * @param links the other articles
 * @param newsletter invitation to subscribe
 * @param legal links in the footer
 */
record Furniture(
        List<String> menu,
        String search,
        String cookies,
        String accept,
        String share,
        String related,
        List<String> links,
        String newsletter,
        List<String> legal) {

    /**
     * Reads a file with the furniture of all languages.
     *
     * @return by language, BCP 47
     * @throws IOException where it cannot be read
     */
    static Map<String, Furniture> read(Path file) throws IOException {
        return SamplePages.YAML.readValue(file.toFile(), new TypeReference<Map<String, Furniture>>() {});
    }
}
