package org.babelmill.jobs.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** The sample as the jar holds it. */
public final class EmbeddedSample {

    /** Folder, below that of the sample, with block lists in UT1 layout: what {@code url.lists} wants. */
    public static final String BLOCK_LISTS = "lists";

    static final String WARC = "sample.warc.gz";
    static final String WET = "sample.warc.wet.gz";
    static final String BLOCKED_DOMAINS = BLOCK_LISTS + "/adult/domains";

    private static final String RESOURCES = "/org/babelmill/sample/";

    private static final Instant UNPACKED = Instant.parse("2026-03-02T06:00:00Z");

    private EmbeddedSample() {}

    /**
     * Copies the archives and the block lists out of the jar, over what was there.
     *
     * @param folder where to; made where it does not exist
     * @return the archives, in the order of their names. The lists are in {@link #BLOCK_LISTS} beside them
     * @throws IOException where the folder cannot be written, or the jar was built without the sample
     */
    public static List<Path> unpack(Path folder) throws IOException {
        copy(BLOCKED_DOMAINS, folder);
        return List.of(copy(WARC, folder), copy(WET, folder));
    }

    private static Path copy(String name, Path folder) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = EmbeddedSample.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new FileNotFoundException("this program was built without its sample: no " + RESOURCES + name);
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            // A run notices changed files by their time; the sample never changes within a build.
            Files.setLastModifiedTime(target, FileTime.from(UNPACKED));
        }
        return target;
    }
}
