package org.babelmill.pipeline.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys and values of a configuration as layers were laid over each other: defaults, then files, then single
 * settings. Remembers which layer gave each value. Immutable; every method that adds a layer returns a new tree.
 *
 * <p>A key that the layer below does not have is a problem, except inside the mappings named as open when the tree was
 * made. Lists are replaced, mappings are merged.
 */
public final class ConfigurationTree {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ObjectNode root;
    private final Map<String, String> sources;
    private final Set<String> open;

    private ConfigurationTree(ObjectNode root, Map<String, String> sources, Set<String> open) {
        this.root = root;
        this.sources = sources;
        this.open = open;
    }

    /**
     * The lowest layer: it decides which keys exist.
     *
     * @param source name of the layer in messages
     * @param yaml the text
     * @param open dotted paths of mappings whose keys users invent, such as weights by language
     */
    public static ConfigurationTree of(String source, String yaml, Set<String> open) {
        ObjectNode root = parse(source, yaml);
        Map<String, String> sources = new TreeMap<>();
        leaves("", root, source, sources);
        return new ConfigurationTree(root, sources, Set.copyOf(open));
    }

    /**
     * Lays a YAML document over this tree.
     *
     * @throws ConfigurationException when it is not YAML, or has keys that do not exist below; all of them are named
     */
    public ConfigurationTree overlay(String source, String yaml) {
        return merge(source, parse(source, yaml));
    }

    /**
     * Lays one setting over this tree.
     *
     * @param assignment {@code key=value} with a dotted key and a YAML value, as in {@code dedup.bands=14}
     */
    public ConfigurationTree set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw problem(assignment, "", "--set", "write key=value, as in --set seed=7");
        }
        String key = assignment.substring(0, equals).trim();
        String value = assignment.substring(equals + 1).trim();
        ObjectNode layer = JsonNodeFactory.instance.objectNode();
        ObjectNode at = layer;
        String[] steps = key.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.putObject(steps[i]);
        }
        at.set(steps[steps.length - 1], scalar(key, value));
        return merge("--set", layer);
    }

    /** The merged tree. Callers must not change it. */
    public JsonNode root() {
        return root;
    }

    /** Which layer gave the value at a dotted path, with or without a list index; {@code defaults} for mappings. */
    public String source(String path) {
        int bracket = path.indexOf('[');
        String at = bracket < 0 ? path : path.substring(0, bracket);
        while (!at.isEmpty()) {
            String source = sources.get(at);
            if (source != null) {
                return source;
            }
            int dot = at.lastIndexOf('.');
            at = dot < 0 ? "" : at.substring(0, dot);
        }
        return "defaults";
    }

    /** The values that differ from another tree's: dotted path to the value here and the value there, as JSON text. */
    public Map<String, Difference> differences(ConfigurationTree other) {
        Map<String, Difference> result = new TreeMap<>();
        compare("", root, other.root, result);
        return result;
    }

    /**
     * Two values of one key.
     *
     * @param here the value in the tree that was asked
     * @param there the value in the other tree, {@code absent} where it has none
     */
    public record Difference(String here, String there) {}

    private static void compare(String path, JsonNode here, JsonNode there, Map<String, Difference> result) {
        if (here.isObject() && there.isObject()) {
            Set<String> names = new TreeSet<>();
            here.fieldNames().forEachRemaining(names::add);
            there.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(join(path, name), here.path(name), there.path(name), result);
            }
        } else if (!here.equals(there)) {
            result.put(path, new Difference(shown(here), shown(there)));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }

    private ConfigurationTree merge(String source, ObjectNode layer) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        ObjectNode merged = root.deepCopy();
        Map<String, String> from = new TreeMap<>(sources);
        merge("", merged, layer, source, from, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new ConfigurationTree(merged, from, open);
    }

    private void merge(
            String path,
            ObjectNode below,
            JsonNode layer,
            String source,
            Map<String, String> from,
            List<ConfigurationProblem> problems) {
        for (Map.Entry<String, JsonNode> entry : layer.properties()) {
            String name = entry.getKey();
            String at = join(path, name);
            JsonNode value = entry.getValue();
            JsonNode old = below.get(name);
            if (old == null && !open.contains(path)) {
                problems.add(new ConfigurationProblem(
                        at, value.toString(), source, "no such key; " + Suggestions.of(name, names(below))));
            } else if (old instanceof ObjectNode mapping && value.isObject()) {
                merge(at, mapping, value, source, from, problems);
            } else if (old instanceof ObjectNode mapping && !open.contains(at)) {
                problems.add(new ConfigurationProblem(
                        at, value.toString(), source, "a mapping with the keys " + String.join(", ", names(mapping))));
            } else {
                below.set(name, value);
                from.put(at, source);
            }
        }
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void leaves(String path, JsonNode node, String source, Map<String, String> sources) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                leaves(join(path, entry.getKey()), entry.getValue(), source, sources);
            }
        } else {
            sources.put(path, source);
        }
    }

    private static ObjectNode parse(String source, String yaml) {
        JsonNode node = read(source, source, yaml);
        if (node.isMissingNode() || node.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw problem(source, node.toString(), source, "a YAML mapping of keys to values");
    }

    private static JsonNode scalar(String key, String value) {
        return value.isEmpty() ? JsonNodeFactory.instance.textNode("") : read(key, "--set", value);
    }

    private static JsonNode read(String key, String source, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw problem(key, firstLine(yaml), source, "not YAML" + place + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }

    private static ConfigurationException problem(String key, String value, String source, String allowed) {
        return new ConfigurationException(List.of(new ConfigurationProblem(key, value, source, allowed)));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
