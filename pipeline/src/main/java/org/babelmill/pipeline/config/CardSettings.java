package org.babelmill.pipeline.config;

/**
 * What the dataset card says that a run cannot know.
 *
 * @param name of the dataset
 * @param license identifier for the card's front matter, such as {@code odc-by}
 * @param contact where takedown requests go; empty when there is none, which the card then says
 */
public record CardSettings(String name, String license, String contact) {}
