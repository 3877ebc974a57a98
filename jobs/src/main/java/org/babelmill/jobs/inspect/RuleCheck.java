package org.babelmill.jobs.inspect;

/**
 * A quality rule held against one document.
 *
 * @param rule its name
 * @param signal what it looks at
 * @param value what was measured; {@code null} where there is nothing
 * @param drops how value and threshold compare in documents that are dropped
 * @param threshold for the document's language
 * @param failed whether the document failed it
 * @param description what the rule is for
 */
public record RuleCheck(
        String rule, String signal, Double value, String drops, double threshold, boolean failed, String description) {}
