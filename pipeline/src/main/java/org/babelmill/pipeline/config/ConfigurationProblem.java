package org.babelmill.pipeline.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key dotted path of the key
 * @param value what was given, as text
 * @param source the file or option it came from
 * @param allowed what would have been right
 */
public record ConfigurationProblem(String key, String value, String source, String allowed) {

    @Override
    public String toString() {
        return key + " = " + value + " (" + source + "): " + allowed;
    }
}
