package org.babelmill.extract.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Ranges that cover a file give the same records once each, wherever they meet, also in damaged files. */
class ArchiveRangesTest {

    @Property(tries = 150)
    void rangesOfCompressedArchivesGiveEveryItemOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int cuts) {
        checkRanges(archive(new Random(seed), true), new Random(seed + 1), cuts);
    }

    @Property(tries = 150)
    void rangesOfUncompressedArchivesGiveEveryItemOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int cuts) {
        byte[] archive = archive(new Random(seed), false);
        Assume.that(!holdsRecordAsContent(archive));
        checkRanges(archive, new Random(seed + 1), cuts);
    }

    @Property(tries = 300)
    void anyBytesAreReadToTheEndWithoutFailing(@ForAll byte[] bytes, @ForAll boolean compressed) {
        byte[] archive = compressed ? Warcs.concat(Warcs.gzip("WARC/1.0\r\n".getBytes(UTF_8)), bytes) : bytes;
        assertThat(Warcs.read(archive)).isNotNull();
    }

    @Property(tries = 100)
    void flippedBitsNeverLoseAnUntouchedRecord(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] first = Warcs.gzip(record(random, 1));
        byte[] middle = Warcs.gzip(record(random, 2));
        byte[] last = Warcs.gzip(record(random, 3));
        for (int i = 0; i < 5; i++) {
            middle[random.nextInt(middle.length)] ^= (byte) (1 << random.nextInt(8));
        }
        List<String> found = Warcs.summary(Warcs.read(Warcs.concat(first, middle, last)));
        assertThat(found).contains("0 urn:1", first.length + middle.length + " urn:3");
    }

    /** A record that was cut so that its announced length meets the end of a later one holds that one as its content. */
    private static boolean holdsRecordAsContent(byte[] archive) {
        for (ArchiveItem item : Warcs.read(archive)) {
            ArchiveLocation at = item.location();
            String rest = new String(archive, (int) at.offset() + 1, (int) at.length() - 1, ISO_8859_1);
            if (item instanceof ArchiveRecord && rest.contains("WARC/1.0\r\n")) {
                return true;
            }
        }
        return false;
    }

    private static void checkRanges(byte[] archive, Random random, int cuts) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, archive.length));
        for (int i = 0; i < cuts; i++) {
            borders.add(random.nextInt(archive.length + 1));
        }
        List<String> pieces = new ArrayList<>();
        Integer from = null;
        for (Integer border : borders) {
            if (from != null) {
                pieces.addAll(Warcs.summary(Warcs.read(archive, from, border)));
            }
            from = border;
        }
        assertThat(pieces).as("borders %s", borders).isEqualTo(Warcs.summary(Warcs.read(archive)));
    }

    /** Records, among them some damage. */
    private static byte[] archive(Random random, boolean compressed) {
        byte[] archive = new byte[0];
        for (int i = 0; i < 12; i++) {
            byte[] record = record(random, i);
            byte[] stored = compressed ? Warcs.gzip(record) : record;
            if (i > 0 && random.nextInt(6) == 0) {
                stored = damage(stored, random);
            }
            archive = Warcs.concat(archive, stored);
        }
        return archive;
    }

    private static byte[] damage(byte[] stored, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(stored, stored.length / 2 + random.nextInt(stored.length / 2));
            case 1 -> Warcs.concat("no record at all\n".getBytes(UTF_8), stored);
            default -> {
                stored[stored.length / 2] ^= 0x10;
                yield stored;
            }
        };
    }

    private static byte[] record(Random random, int number) {
        byte[] body = new byte[random.nextInt(3000)];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (random.nextInt(20) == 0 ? '\n' : 'a' + random.nextInt(26));
        }
        return Warcs.response("urn:" + number, "http://example.org/" + number, Warcs.http("text/html", body));
    }

    @Test
    void readsTheSameRecordsAsAnIndependentReader() throws IOException {
        for (String name : List.of("archive-crawl.warc.gz", "pdf.warc.gz", "commoncrawl-warc.wet.gz")) {
            byte[] archive = Files.readAllBytes(SharedData.require("data/archives/" + name));
            List<String> expected = new ArrayList<>();
            try (WarcReader reader = new WarcReader(new java.io.ByteArrayInputStream(archive))) {
                for (WarcRecord record : reader) {
                    expected.add(reader.position() + " "
                            + record.headers().first("WARC-Record-ID").orElse(""));
                }
            }
            List<String> found = new ArrayList<>();
            for (ArchiveItem item : Warcs.read(archive)) {
                ArchiveRecord record = (ArchiveRecord) item;
                found.add(item.location().offset() + " <" + record.recordId() + ">");
            }
            assertThat(found).as(name).isEqualTo(expected);
        }
    }
}
