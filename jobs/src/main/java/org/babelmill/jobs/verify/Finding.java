package org.babelmill.jobs.verify;

import java.io.Serializable;

/**
 * Something that is not as it should be.
 *
 * @param check which promise is broken: checksum, schema, rows, row-group, page-index, bloom-filter, name, content, pii,
 *     opt-out, tombstone, duplicate-id, split, missing, unlisted
 * @param path file below the shards' folder, or an id
 * @param detail what was found and what was expected
 */
public record Finding(String check, String path, String detail) implements Serializable {

    @Override
    public String toString() {
        return check + ": " + path + ": " + detail;
    }
}
