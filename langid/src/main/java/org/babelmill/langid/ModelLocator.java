package org.babelmill.langid;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the local file behind a name in the settings, so that models may lie in places that only the caller knows. */
@FunctionalInterface
public interface ModelLocator {

    /** Takes names as paths of local files. */
    ModelLocator LOCAL = Path::of;

    /**
     * The local file.
     *
     * @param name as it stands in the settings
     * @throws IOException when it cannot be had
     */
    Path locate(String name) throws IOException;
}
