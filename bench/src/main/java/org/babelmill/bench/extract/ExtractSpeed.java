package org.babelmill.bench.extract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.babelmill.extract.DocumentExtractor;
import org.babelmill.extract.ExtractionResources;
import org.babelmill.extract.archive.ArchiveItem;
import org.babelmill.extract.archive.ArchiveReader;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.LocalArchive;
import org.babelmill.extract.archive.RecordType;
import org.babelmill.extract.charset.PageDecoder;
import org.babelmill.extract.http.MediaType;
import org.babelmill.extract.http.PayloadDecoder;
import org.babelmill.extract.page.HtmlParser;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;

/**
 * Measures CPU time of one thread over the pages of an archive: of a bare parse of the decoded page, and of everything
 * from the record to the document (decoding, parse, evidence, content, tree, rendering). Both are taken page by page in
 * turn, so that their ratio holds on a busy machine too, and of each page the fastest of the later passes counts: what
 * other processes do to caches and clocks is no property of a page.
 *
 * <p>Arguments: archive, and optionally the number of passes (8; the first half only warms up).
 */
public final class ExtractSpeed {

    private static final int MAX_PAGE = 1 << 25;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final HtmlParser parser = new HtmlParser();
    private final PageDecoder decoder = new PageDecoder();
    private final PayloadDecoder payloads = new PayloadDecoder(MAX_PAGE);
    private final DocumentExtractor extractor;

    private ExtractSpeed(DocumentExtractor extractor) {
        this.extractor = extractor;
    }

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        RunConfiguration configuration = ConfigurationLoader.bind(ConfigurationLoader.defaults());
        ExtractSpeed speed = new ExtractSpeed(new DocumentExtractor(ExtractionResources.load(configuration)));
        int passes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        List<ArchiveRecord> records = records(Path.of(arguments[0]), configuration);
        for (int pass = 0; pass < passes / 2; pass++) {
            speed.pass(records, times(records), times(records));
        }
        long[] parse = times(records);
        long[] whole = times(records);
        for (int pass = passes / 2; pass < passes; pass++) {
            speed.pass(records, parse, whole);
        }
        print("bare parse", parse);
        print("record to document", whole);
        double share =
                (double) Arrays.stream(parse).sum() / Arrays.stream(whole).sum();
        System.out.printf(Locale.ROOT, "record to document runs at %.0f %% of the bare parse%n", 100 * share);
    }

    private static List<ArchiveRecord> records(Path path, RunConfiguration configuration) throws IOException {
        LocalArchive archive = LocalArchive.of(path.getFileName().toString(), path);
        List<ArchiveRecord> records = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(archive, 0, archive.length(), configuration.input())) {
            for (ArchiveItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ArchiveRecord record && record.type() == RecordType.RESPONSE) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private static long[] times(List<ArchiveRecord> records) {
        long[] times = new long[records.size()];
        Arrays.fill(times, Long.MAX_VALUE);
        return times;
    }

    private void pass(List<ArchiveRecord> records, long[] parse, long[] whole) {
        for (int i = 0; i < records.size(); i++) {
            ArchiveRecord record = records.get(i);
            String html = decoder.decode(
                            record.payload(payloads).bytes(),
                            record.declaredType().flatMap(MediaType::charset))
                    .text();
            long start = threads.getCurrentThreadCpuTime();
            parser.parse(html);
            long middle = threads.getCurrentThreadCpuTime();
            extractor.extract(record);
            long end = threads.getCurrentThreadCpuTime();
            parse[i] = Math.min(parse[i], middle - start);
            whole[i] = Math.min(whole[i], end - middle);
        }
    }

    private static void print(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double seconds = Arrays.stream(sorted).sum() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-20s %7.0f pages a CPU second   p50 %.2f ms   p95 %.2f   p99 %.2f   max %.2f%n",
                name,
                sorted.length / seconds,
                millis(sorted, 0.5),
                millis(sorted, 0.95),
                millis(sorted, 0.99),
                millis(sorted, 1));
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(quantile * (sorted.length - 1)))] / 1e6;
    }
}
