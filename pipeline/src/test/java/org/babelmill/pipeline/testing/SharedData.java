package org.babelmill.pipeline.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the reference data beside the checkout, or skips the test with a message that says where it was looked for. */
public final class SharedData {

    private SharedData() {}

    /** The file or folder below the shared folder ({@code -Dbabelmill.shared=DIR}); skips the test when it is absent. */
    public static Path require(String relative) {
        Path path = Path.of(System.getProperty("babelmill.shared", "../../shared"))
                .resolve(relative)
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.exists(path),
                () -> "skipped: no reference data at " + path
                        + "; point -Dbabelmill.shared=DIR at it to run this test");
        return path;
    }
}
