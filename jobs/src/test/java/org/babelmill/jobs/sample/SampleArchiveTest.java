package org.babelmill.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class SampleArchiveTest {

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    @TempDir
    static Path folder;

    private static Map<String, byte[]> members;

    @BeforeAll
    static void write() throws IOException {
        members = SampleArchive.members(SampleSources.warc(), SampleSources.layout());
        SampleArchive.main(new String[] {SampleSources.FOLDER.toString(), folder.toString()});
    }

    @Test
    void the_same_sources_give_the_bytes_that_the_build_wrote(@TempDir Path again) throws IOException {
        for (Path built : EmbeddedSample.unpack(again)) {
            assertThat(folder.resolve(built.getFileName())).hasSameBinaryContentAs(built);
        }
    }

    @Test
    void the_archives_and_the_list_are_smaller_than_a_megabyte() throws IOException {
        long size = Files.size(folder.resolve(EmbeddedSample.WARC)) + Files.size(folder.resolve(EmbeddedSample.WET));
        assertThat(size).isBetween(100_000L, 1_000_000L);
        assertThat(folder.resolve(EmbeddedSample.BLOCKED_DOMAINS)).content().contains("adult-example.test");
    }

    @Test
    void a_reader_reaches_each_good_record_and_finds_what_its_source_says() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(EmbeddedSample.WARC));
        int offset = 0;
        for (SamplePage page : SampleSources.warc()) {
            byte[] member = members.get(page.id());
            if (page.warc().damage() == null) {
                assertReadable(page, new ByteArrayInputStream(file, offset, member.length));
            }
            offset += member.length;
        }
        assertThat(offset).isEqualTo(file.length);
    }

    @Test
    void the_wet_file_is_read_to_its_end_and_has_three_texts() throws IOException {
        List<String> types = new ArrayList<>();
        try (WarcReader reader = new WarcReader(folder.resolve(EmbeddedSample.WET))) {
            for (WarcRecord record : reader) {
                types.add(record.type());
            }
        }
        assertThat(types).containsExactly("warcinfo", "conversion", "conversion", "conversion");
    }

    @Test
    void lengths_are_wrong_in_both_directions() throws IOException {
        assertThat(promisedMinusPresent("damage-length-over")).isEqualTo(700);
        assertThat(promisedMinusPresent("damage-length-under")).isEqualTo(-700);
        assertThat(promisedMinusPresent("good-after-length-over")).isZero();
    }

    @Test
    void a_flipped_member_does_not_inflate() throws IOException {
        byte[] member = members.get("damage-flipped");
        assertThatThrownBy(() -> inflated(member)).isInstanceOf(ZipException.class);
    }

    @Test
    void garbage_stands_before_a_member_that_is_good() throws IOException {
        byte[] member = members.get("good-after-garbage");
        assertThat(Arrays.copyOf(member, GZIP.length)).isNotEqualTo(GZIP);
        int start = 12 * 32;
        assertThat(inflated(Arrays.copyOfRange(member, start, member.length))).startsWith("WARC/1.1\r\n");
    }

    @Test
    void the_file_ends_in_the_middle_of_its_last_member() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve(EmbeddedSample.WARC));
        byte[] member = members.get("damage-cut");
        assertThat(file).endsWith(member);
        assertThatThrownBy(() -> inflated(member)).isInstanceOf(EOFException.class);
    }

    @Test
    void a_record_without_the_first_line_of_a_record_is_there() throws IOException {
        assertThat(inflated(members.get("damage-bad-header"))).doesNotContain("WARC/1.");
    }

    @Test
    void a_pdf_gives_back_its_text() throws IOException {
        SamplePage page = SampleSources.page("pdf-document-deu");
        byte[] payload = HttpAnswer.of(page, SampleSources.layout()).payload();
        try (PDDocument document = Loader.loadPDF(payload)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains(page.title()).contains(page.text().strip().replaceAll("\\s+", " "));
        }
    }

    @Test
    void a_coded_page_is_the_page_when_it_is_decoded() throws IOException {
        SamplePage page = SampleSources.page("fin-sauna");
        byte[] payload = HttpAnswer.of(page, SampleSources.layout()).payload();
        assertThat(inflated(payload)).isEqualTo(SampleSources.layout().html(page));
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(members.get(page.id())))) {
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.http().bodyDecoded().stream().readAllBytes())
                    .isEqualTo(SampleSources.layout().html(page).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void two_folders_must_be_named() {
        assertThatThrownBy(() -> SampleArchive.main(new String[] {"one"})).hasMessageContaining("two arguments");
    }

    private static void assertReadable(SamplePage page, InputStream member) throws IOException {
        try (WarcReader reader = new WarcReader(member)) {
            WarcRecord record = reader.next().orElseThrow();
            assertThat(record.type()).isEqualTo(page.warc().type());
            assertThat(record.id()).hasToString("urn:uuid:" + WarcMember.recordId(page.id()));
            assertThat(record.version()).hasToString("WARC/" + page.warc().version());
            assertThat(record.headers().first("WARC-Target-URI").orElse(null)).isEqualTo(page.url());
            if (record instanceof WarcResponse response) {
                assertThat(response.http().status()).isEqualTo(page.http().status());
                assertThat(response.http().contentType().base())
                        .hasToString(page.http().mediaType());
            }
            record.body().consume();
            assertThat(reader.next()).isEmpty();
        }
    }

    private static long promisedMinusPresent(String id) throws IOException {
        String record = inflated(members.get(id));
        int head = record.indexOf("\r\n\r\n") + 4;
        long promised = record.substring(0, head)
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToLong(line -> Long.parseLong(line.substring(16)))
                .sum();
        return promised - (record.getBytes(StandardCharsets.UTF_8).length - head - 4);
    }

    private static String inflated(byte[] member) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(member))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
