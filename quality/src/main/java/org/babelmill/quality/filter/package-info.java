/**
 * Filters as data: a {@link org.babelmill.quality.filter.FilterPlan} is a list of rules over signals, read from YAML and
 * checked before work starts. Deciding needs the signals alone, so a plan can be changed and tried without the texts.
 */
package org.babelmill.quality.filter;
