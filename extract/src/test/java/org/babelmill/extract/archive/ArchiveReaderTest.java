package org.babelmill.extract.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.babelmill.extract.archive.Warcs.concat;
import static org.babelmill.extract.archive.Warcs.gzip;
import static org.babelmill.extract.archive.Warcs.read;
import static org.babelmill.extract.archive.Warcs.record;
import static org.babelmill.extract.archive.Warcs.response;
import static org.babelmill.extract.archive.Warcs.summary;

import java.util.Arrays;
import java.util.List;
import org.babelmill.extract.http.PayloadDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

    private static final byte[] A = response("urn:a", "http://a.example/", "HTTP/1.1 200 OK\r\n\r\nfirst");
    private static final byte[] B = response("urn:b", "http://b.example/", "HTTP/1.1 200 OK\r\n\r\nsecond");
    private static final byte[] C = response("urn:c", "http://c.example/", "HTTP/1.1 200 OK\r\n\r\nthird");

    @Test
    void readsRecordsInGzipMembersWithTheirPlaces() {
        byte[] a = gzip(A);
        byte[] b = gzip(B);
        List<ArchiveItem> items = read(concat(a, b));
        assertThat(summary(items)).containsExactly("0 urn:a", a.length + " urn:b");
        assertThat(items.get(0).location().length()).isEqualTo(a.length);
        assertThat(items.get(1).location().length()).isEqualTo(b.length);
    }

    @Test
    void readsUncompressedRecordsWithTheirPlaces() {
        List<ArchiveItem> items = read(concat(A, B));
        assertThat(summary(items)).containsExactly("0 urn:a", A.length + " urn:b");
        assertThat(items.get(0).location().length()).isEqualTo(A.length);
    }

    @Test
    void readsAWholeArchiveInOneGzipMemberOnlyFromItsStart() {
        byte[] archive = gzip(concat(A, B, C));
        assertThat(summary(read(archive))).containsExactly("0 urn:a", "1 urn:b", "2 urn:c");
        assertThat(read(archive, 0, 1)).hasSize(3);
        assertThat(read(archive, 1, archive.length)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARC/0.17", "WARC/0.18", "WARC/1.0", "WARC/1.1"})
    void readsEveryVersionOfTheFormat(String version) {
        byte[] archive = record(version, 2, "hi".getBytes(UTF_8), "WARC-Type: conversion", "WARC-Record-ID: <urn:x>");
        assertThat(summary(read(archive))).containsExactly("0 urn:x");
    }

    @Test
    void givesHeaderFieldsHttpHeadAndBody() {
        ArchiveRecord record = (ArchiveRecord) read(gzip(A)).get(0);
        assertThat(record.type()).isEqualTo(RecordType.RESPONSE);
        assertThat(record.url()).isEqualTo("http://a.example/");
        assertThat(record.date()).isEqualTo("2024-05-18T01:58:10Z");
        assertThat(record.http().orElseThrow().status()).isEqualTo(200);
        assertThat(new String(record.payload(new PayloadDecoder(1000)).bytes(), UTF_8))
                .isEqualTo("first");
    }

    @Test
    void anEmptyFileHoldsNothing() {
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void aFileThatIsNoArchiveIsOneStretchToItsEnd() {
        assertThat(summary(read("just some text\nand more".getBytes(UTF_8))))
                .containsExactly("0 DAMAGE not-a-record to the end");
        assertThat(summary(read(gzip("just some text".getBytes(UTF_8))))).containsExactly("0 DAMAGE not-a-record");
    }

    @Test
    void aCorruptMemberCostsOneEntryAndTheNextRecordIsFound() {
        byte[] a = gzip(A);
        byte[] broken = gzip(B);
        for (int i = broken.length / 2; i < broken.length / 2 + 8; i++) {
            broken[i] ^= 0x55;
        }
        List<String> summary = summary(read(concat(a, broken, gzip(C))));
        assertThat(summary).hasSize(3);
        assertThat(summary.get(0)).isEqualTo("0 urn:a");
        assertThat(summary.get(1)).startsWith(a.length + " ").contains("gzip-");
        assertThat(summary.get(2)).isEqualTo(a.length + broken.length + " urn:c");
    }

    @Test
    void aWrongChecksumKeepsTheRecordOut() {
        byte[] broken = gzip(B);
        broken[broken.length - 6] ^= 1;
        List<ArchiveItem> items = read(concat(gzip(A), broken, gzip(C)));
        assertThat(summary(items))
                .containsExactly(
                        "0 urn:a", gzip(A).length + " RECORD gzip-checksum", gzip(A).length + broken.length + " urn:c");
        assertThat(((UnreadableStretch) items.get(1)).entry().recordId()).isEqualTo("urn:b");
        assertThat(((UnreadableStretch) items.get(1)).entry().url()).isEqualTo("http://b.example/");
        assertThat(items.get(1).location().length()).isEqualTo(broken.length);
    }

    @Test
    void aFileCutOffInsideAMemberCannotBeReadToItsEnd() {
        byte[] whole = concat(gzip(A), gzip(B));
        List<ArchiveItem> items = read(Arrays.copyOf(whole, whole.length - 20));
        assertThat(items).hasSize(2);
        assertThat(summary(items).get(1)).contains("gzip-data").endsWith("to the end");
    }

    @Test
    void anUncompressedFileCutOffInsideARecordCannotBeReadToItsEnd() {
        byte[] whole = concat(A, B);
        assertThat(summary(read(Arrays.copyOf(whole, whole.length - 8))))
                .containsExactly("0 urn:a", A.length + " RECORD content-length to the end");
    }

    @Test
    void aMemberCutOffInTheMiddleDoesNotSwallowTheNext() {
        byte[] cut = Arrays.copyOf(gzip(B), gzip(B).length - 25);
        List<String> summary = summary(read(concat(gzip(A), cut, gzip(C))));
        assertThat(summary).hasSize(3);
        assertThat(summary.get(2)).isEqualTo(gzip(A).length + cut.length + " urn:c");
    }

    @Test
    void aLengthThatIsTooLargeDoesNotSwallowTheNextRecord() {
        byte[] lie = record(
                "WARC/1.0", 100_000, "short".getBytes(UTF_8), "WARC-Type: resource", "WARC-Record-ID: <urn:lie>");
        assertThat(summary(read(concat(A, lie, C))))
                .containsExactly("0 urn:a", A.length + " RECORD content-length", A.length + lie.length + " urn:c");
        assertThat(summary(read(concat(gzip(A), gzip(lie), gzip(C)))))
                .containsExactly(
                        "0 urn:a",
                        gzip(A).length + " RECORD content-length",
                        gzip(A).length + gzip(lie).length + " urn:c");
    }

    @Test
    void aLengthThatIsTooSmallIsNoticed() {
        byte[] lie = record(
                "WARC/1.0", 3, "much longer".getBytes(UTF_8), "WARC-Type: resource", "WARC-Record-ID: <urn:lie>");
        assertThat(summary(read(concat(A, lie, C))))
                .containsExactly("0 urn:a", A.length + " RECORD content-length", A.length + lie.length + " urn:c");
    }

    @Test
    void aHeaderWithoutLengthCostsOneEntry() {
        byte[] bad = "WARC/1.0\r\nWARC-Type: response\r\nno length here\r\n\r\nbody\r\n\r\n".getBytes(UTF_8);
        assertThat(summary(read(concat(A, bad, C))))
                .containsExactly("0 urn:a", A.length + " DAMAGE record-header", A.length + bad.length + " urn:c");
        assertThat(summary(read(concat(gzip(A), gzip(bad), gzip(C))))).hasSize(3);
    }

    @Test
    void garbageBetweenMembersIsOneEntry() {
        byte[] garbage = "some bytes that are no gzip member".getBytes(UTF_8);
        assertThat(summary(read(concat(gzip(A), garbage, gzip(C)))))
                .containsExactly(
                        "0 urn:a", gzip(A).length + " DAMAGE not-a-record", gzip(A).length + garbage.length + " urn:c");
    }

    @Test
    void aRecordOverTheLimitIsPassedOver() {
        byte[] large = response("urn:large", "http://l.example/", "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5000));
        assertThat(summary(read(concat(A, large, C), "input.max-record-size=2 KiB")))
                .containsExactly("0 urn:a", A.length + " RECORD record-size", A.length + large.length + " urn:c");
        assertThat(summary(read(concat(gzip(A), gzip(large), gzip(C)), "input.max-record-size=2 KiB")))
                .containsExactly(
                        "0 urn:a",
                        gzip(A).length + " RECORD record-size",
                        gzip(A).length + gzip(large).length + " urn:c");
    }

    @Test
    void membersThatHoldOnlyEmptyLinesAreNoRecords() {
        assertThat(summary(read(concat(gzip(A), gzip("\r\n\r\n".getBytes(UTF_8)), gzip(C)))))
                .hasSize(2);
    }
}
