package org.babelmill.jobs.run;

import org.apache.hadoop.fs.Path;

/** Paths as people write them. */
public final class ShownPath {

    private ShownPath() {}

    /** A path of the local file system without its scheme, any other as it is. */
    public static String of(Path qualified) {
        return qualified.toUri().getScheme().equals("file") ? qualified.toUri().getPath() : qualified.toString();
    }
}
