package org.babelmill.pipeline.config;

import java.io.Serializable;

/**
 * Lines that so many pages have that they belong to none: what {@code babelmill lines} takes out.
 *
 * @param hosts most hosts whose pages may have a line; 0 for any number
 * @param pages most pages that may have a line; 0 for any number
 */
public record LineSettings(
        @Allowed(min = 0, max = Integer.MAX_VALUE) int hosts,
        @Allowed(min = 0, max = Integer.MAX_VALUE) int pages) implements Serializable {}
