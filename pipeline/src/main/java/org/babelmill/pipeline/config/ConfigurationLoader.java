package org.babelmill.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.babelmill.pipeline.hash.Sha256;

/** The way in: defaults, then layers, then a checked {@link RunConfiguration}. */
public final class ConfigurationLoader {

    /** Mappings whose keys users choose. */
    private static final Set<String> OPEN = Set.of("language.thresholds", "quality.rules");

    private ConfigurationLoader() {}

    /** The defaults, as {@code conf/babelmill.yaml} has them. */
    public static ConfigurationTree defaults() {
        return ConfigurationTree.of("defaults", resource("/org/babelmill/conf/babelmill.yaml"), OPEN);
    }

    /**
     * Settings as a run recorded them, as YAML or JSON text. Settings that did not exist when it was recorded have their
     * defaults.
     */
    public static ConfigurationTree recorded(String text) {
        return defaults().overlay("recorded settings", text);
    }

    /**
     * Checks a tree and binds it.
     *
     * @throws ConfigurationException with every problem: key, value, where it came from, what is allowed
     */
    public static RunConfiguration bind(ConfigurationTree tree) {
        return RecordBinder.bind(tree.root(), RunConfiguration.class, tree::source);
    }

    /**
     * A name for the values of some settings: SHA-256 over their canonical JSON (keys sorted, no white space).
     *
     * @param keys dotted keys; a section stands for all its keys
     * @throws IllegalArgumentException when a key does not exist
     */
    public static String fingerprint(ConfigurationTree tree, Set<String> keys) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(keys)) {
            JsonNode value = tree.root().at("/" + key.replace('.', '/'));
            if (value.isMissingNode()) {
                throw new IllegalArgumentException("no setting " + key);
            }
            part.set(key, sorted(value));
        }
        return Sha256.hex(part.toString());
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            Set<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> result.set(name, sorted(node.get(name))));
            return result;
        }
        return node;
    }

    private static String resource(String name) {
        try (InputStream in = ConfigurationLoader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
