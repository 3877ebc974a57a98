package org.babelmill.pipeline.config;

/**
 * What the dataset card says that a run cannot know.
 *
 * @param name of the dataset
 * @param license identifier for the card's front matter, such as {@code odc-by}
 * @param contact where takedown requests go; empty when there is none, which the card then says
 * @param creator who publishes it; empty for the name of the dataset
 * @param url where it is published; empty when unknown
 * @param published date of publication, ISO 8601; empty for the date of the newest document
 */
public record CardSettings(String name, String license, String contact, String creator, String url, String published) {}
