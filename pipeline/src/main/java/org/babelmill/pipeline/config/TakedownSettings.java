package org.babelmill.pipeline.config;

import java.util.List;

/**
 * What was taken back from earlier releases and must not come again.
 *
 * @param tombstones paths of {@code tombstones.txt} files of releases
 */
public record TakedownSettings(List<String> tombstones) {

    public TakedownSettings {
        tombstones = List.copyOf(tombstones);
    }
}
