package org.babelmill.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Binds a tree to a record and collects every problem on the way.
 *
 * <p>The key of a component is its name in kebab case. Known types: {@code int}, {@code long}, {@code double},
 * {@code boolean} (in lists and maps their boxes), {@code String}, {@link ByteSize}, {@link LanguageTag}, enums (constants in kebab case), records,
 * {@code List}, {@code Map} with text keys, and {@code Optional} of those; only an {@code Optional} may be {@code null}
 * in the YAML. A record checks what a range cannot say in its constructor, with an {@link IllegalArgumentException}
 * whose message says what is allowed.
 */
final class RecordBinder {

    private final Function<String, String> sources;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private RecordBinder(Function<String, String> sources) {
        this.sources = sources;
    }

    /**
     * Binds.
     *
     * @param sources names the layer that gave the value at a dotted path
     * @throws ConfigurationException with every problem found
     */
    static <T extends Record> T bind(JsonNode node, Class<T> type, Function<String, String> sources) {
        RecordBinder binder = new RecordBinder(sources);
        Object value = binder.record("", node, type);
        if (!binder.problems.isEmpty()) {
            throw new ConfigurationException(binder.problems);
        }
        return type.cast(value);
    }

    /** The components of a record by their keys. */
    static Map<String, Object> values(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                values.put(key(component.getName()), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record that cannot be read: " + record.getClass(), e);
            }
        }
        return values;
    }

    /** The key of a record component. */
    static String key(String component) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char c = component.charAt(i);
            if (Character.isUpperCase(c)) {
                key.append('-').append(Character.toLowerCase(c));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    private Object record(String path, JsonNode node, Class<?> type) {
        if (!node.isObject()) {
            return fail(path, node, "a mapping");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> keys = Arrays.stream(components).map(c -> key(c.getName())).toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name)) {
                fail(join(path, name), node.get(name), "no such key; " + Suggestions.of(name, keys));
            }
        });
        int before = problems.size();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            String at = join(path, keys.get(i));
            JsonNode child = node.has(keys.get(i)) ? node.get(keys.get(i)) : MissingNode.getInstance();
            values[i] = value(at, child, components[i].getGenericType());
            check(at, child, values[i], components[i].getAnnotation(Allowed.class));
            types[i] = components[i].getType();
        }
        return problems.size() > before ? null : construct(path, node, type, types, values);
    }

    private Object construct(String path, JsonNode node, Class<?> type, Class<?>[] types, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                return fail(path, node, wrong.getMessage());
            }
            throw new IllegalStateException("constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type.getName(), e);
        }
    }

    private Object value(String path, JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(path, node, generic);
        }
        Class<?> raw = (Class<?>) type;
        if (node.isMissingNode() || node.isNull()) {
            return fail(path, node, "a value of the kind: " + kind(raw));
        }
        if (raw.isRecord() && raw != ByteSize.class && raw != LanguageTag.class) {
            return record(path, node, raw);
        }
        if (raw.isEnum()) {
            return constant(path, node, raw);
        }
        return scalar(path, node, raw);
    }

    private Object generic(String path, JsonNode node, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return node.isNull() || node.isMissingNode()
                    ? Optional.empty()
                    : Optional.ofNullable(value(path, node, arguments[0]));
        }
        if (type.getRawType() == List.class) {
            return list(path, node, arguments[0]);
        }
        return map(path, node, arguments[1]);
    }

    private Object list(String path, JsonNode node, Type element) {
        if (!node.isArray()) {
            return fail(path, node, "a list, such as [a, b]");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(path + "[" + i + "]", node.get(i), element);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private Object map(String path, JsonNode node, Type element) {
        if (!node.isObject()) {
            return fail(path, node, "a mapping");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(e -> {
            Object value = value(join(path, e.getKey()), e.getValue(), element);
            if (value != null) {
                values.put(e.getKey(), value);
            }
        });
        return Collections.unmodifiableMap(values);
    }

    private Object constant(String path, JsonNode node, Class<?> type) {
        // YAML 1.1 takes a bare "off" for a truth value; where a word is asked for, it is the word.
        String word = node.isBoolean() ? node.booleanValue() ? "on" : "off" : node.asText();
        for (Object constant : type.getEnumConstants()) {
            if (kebab(constant).equals(word)) {
                return constant;
            }
        }
        return fail(path, node, kind(type));
    }

    private Object scalar(String path, JsonNode node, Class<?> type) {
        if ((type == int.class || type == Integer.class) && node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        if ((type == long.class || type == Long.class) && node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if ((type == double.class || type == Double.class) && node.isNumber()) {
            return node.doubleValue();
        }
        if ((type == boolean.class || type == Boolean.class) && node.isBoolean()) {
            return node.booleanValue();
        }
        if (type == String.class && node.isValueNode()) {
            return node.asText();
        }
        try {
            if (type == ByteSize.class && node.isValueNode()) {
                return ByteSize.parse(node.asText());
            }
            if (type == LanguageTag.class && node.isTextual()) {
                return LanguageTag.parse(node.asText());
            }
        } catch (IllegalArgumentException e) {
            return fail(path, node, e.getMessage());
        }
        return fail(path, node, kind(type));
    }

    private void check(String path, JsonNode node, Object value, Allowed allowed) {
        if (allowed == null || value == null) {
            return;
        }
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        double number;
        if (plain instanceof Number n) {
            number = n.doubleValue();
        } else if (plain instanceof ByteSize size) {
            number = size.bytes();
        } else if (plain instanceof List<?> list) {
            number = list.size();
        } else {
            return;
        }
        if (number < allowed.min() || number > allowed.max()) {
            fail(path, node, range(allowed, plain));
        }
    }

    private static String range(Allowed allowed, Object value) {
        String what = value instanceof List ? "a list whose length is" : "a value";
        String from = value instanceof ByteSize ? new ByteSize((long) allowed.min()).toString() : plain(allowed.min());
        if (allowed.max() == Double.POSITIVE_INFINITY) {
            return what + " of at least " + from;
        }
        String to = value instanceof ByteSize ? new ByteSize((long) allowed.max()).toString() : plain(allowed.max());
        return what + " from " + from + " to " + to;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(RecordBinder::kebab)
                            .collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == ByteSize.class) {
            return "a size such as 32 MiB";
        }
        if (type == LanguageTag.class) {
            return "a language tag such as deu_Latn";
        }
        return type.isRecord() ? "a mapping" : "text";
    }

    private static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Object fail(String path, JsonNode node, String allowed) {
        problems.add(new ConfigurationProblem(
                path.isEmpty() ? "(root)" : path,
                node.isMissingNode() ? "nothing" : node.toString(),
                sources.apply(path),
                allowed));
        return null;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
