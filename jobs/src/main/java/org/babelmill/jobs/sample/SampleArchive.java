package org.babelmill.jobs.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the sample from its sources; the build runs it. The same sources give the same bytes. */
public final class SampleArchive {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(7);

    private SampleArchive() {}

    /**
     * Writes the archives and the block list into a folder.
     *
     * @param arguments the folder of the sources, the folder to write into
     * @throws IOException where a source cannot be read or a file not be written
     * @throws IllegalArgumentException where the sources contradict themselves
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments: folder of the sources, folder to write into");
        }
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** As {@link #main}. */
    static void write(Path sources, Path target) throws IOException {
        Files.createDirectories(target);
        PageLayout layout = PageLayout.read(sources);
        write(SamplePages.read(sources.resolve("pages")), layout, target.resolve(EmbeddedSample.WARC));
        write(SamplePages.read(sources.resolve("text")), layout, target.resolve(EmbeddedSample.WET));
        Path list = target.resolve(EmbeddedSample.BLOCKED_DOMAINS);
        Files.createDirectories(list.getParent());
        Files.copy(sources.resolve(EmbeddedSample.BLOCKED_DOMAINS), list, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The stored bytes of each page's record by the page's id, in the order of the file. */
    static Map<String, byte[]> members(List<SamplePage> pages, PageLayout layout) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        Instant next = START;
        for (SamplePage page : pages) {
            String date = page.warc().date();
            members.put(page.id(), new WarcMember(page, date == null ? next : Instant.parse(date)).bytes(layout));
            next = next.plus(STEP);
        }
        return members;
    }

    private static void write(List<SamplePage> pages, PageLayout layout, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] member : members(pages, layout).values()) {
                out.write(member);
            }
        }
    }
}
