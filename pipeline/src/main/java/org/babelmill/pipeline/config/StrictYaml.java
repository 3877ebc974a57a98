package org.babelmill.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Reads other YAML files than the run configuration - filter plans, language profiles - as strictly as that: duplicate
 * keys, unknown keys, wrong types and missing values are problems, and all of them are reported.
 */
public final class StrictYaml {

    private StrictYaml() {}

    /**
     * Binds a document to a record by the rules of the run configuration: keys in kebab case, every component present
     * unless it is an {@code Optional}.
     *
     * @param source name of the document in messages, such as a file name
     * @throws ConfigurationException with every problem found
     */
    public static <T extends Record> T read(String source, String yaml, Class<T> type) {
        return RecordBinder.bind(tree(source, yaml), type, path -> source);
    }

    /**
     * Parses a document whose keys the caller checks. An empty document is an empty mapping.
     *
     * @param source name of the document in messages
     * @throws ConfigurationException when it is not YAML, has a key twice, or is not a mapping
     */
    public static JsonNode tree(String source, String yaml) {
        return ConfigurationTree.of(source, yaml, Set.of()).root();
    }
}
