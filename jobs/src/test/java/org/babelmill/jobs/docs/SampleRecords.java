package org.babelmill.jobs.docs;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.babelmill.jobs.sample.EmbeddedSample;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Where the pages of the sample's archive lie, read by jwarc. */
final class SampleRecords {

    private SampleRecords() {}

    /**
     * A page.
     *
     * @param host of its address
     * @param offset of its record in the stored archive
     * @param length of its record there
     */
    record Page(String host, long offset, long length) {}

    /** The pages up to the first damaged record. */
    static List<Page> of(Path folder) throws IOException {
        Path unpacked = Files.createTempDirectory(folder, "sample");
        Path archive = EmbeddedSample.unpack(unpacked).stream()
                .filter(file -> file.endsWith("sample.warc.gz"))
                .findFirst()
                .orElseThrow();
        List<Page> pages = new ArrayList<>();
        try (WarcReader reader = new WarcReader(archive)) {
            Optional<WarcRecord> next = reader.next();
            while (next.isPresent()) {
                WarcRecord record = next.get();
                long offset = reader.position();
                next = reader.next();
                if (record instanceof WarcResponse response) {
                    pages.add(new Page(response.targetURI().getHost(), offset, reader.position() - offset));
                }
            }
        } catch (ParsingException | EOFException e) {
            return pages;
        }
        return pages;
    }
}
