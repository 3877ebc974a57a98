package org.babelmill.bench.plan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.plan.PlanJob;
import org.babelmill.jobs.plan.PlanRequest;
import org.babelmill.jobs.plan.PlanTotals;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Plans one language from a generated index: rows in 500 archives, one in a hundred of the language. Prints time and
 * the heap's peak.
 *
 * <p>Arguments: folder for the index, and optionally the number of rows (5,000,000).
 */
public final class PlanFigures {

    private PlanFigures() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        Path index = Path.of(arguments[0]).toAbsolutePath();
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5_000_000;
        try (SparkSession session = Sessions.open("plan figures", Optional.of("local[*]"))) {
            if (!Files.exists(index)) {
                generate(session, rows, index);
            }
            PlanRequest request = new PlanRequest(
                    index.toUri().toString(),
                    List.of(LanguageTag.parse("swh_Latn")),
                    List.of(),
                    List.of("text/html"),
                    new PlanRequest.Reading(512 << 10, 0.05));
            Path plan = index.resolveSibling(index.getFileName() + ".plan");
            long start = System.nanoTime();
            PlanTotals totals =
                    new PlanJob(request).run(session, Optional.of(new org.apache.hadoop.fs.Path(plan.toUri())));
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows, %,d pages wanted in %,d files, %,d requests, %,d bytes: %.1f s, heap at most %,d MB%n",
                    rows,
                    totals.pages(),
                    totals.files(),
                    totals.requests(),
                    totals.bytes(),
                    seconds,
                    peak() >> 20);
        }
    }

    private static void generate(SparkSession session, long rows, Path index) {
        session.range(rows)
                .selectExpr(
                        "concat('host', cast(id % 100003 as string), '.example') as url_host_name",
                        "cast(200 as short) as fetch_status",
                        "'text/html' as content_mime_detected",
                        "case when hash(id) % 100 = 0 then 'eng,swa' when hash(id) % 3 = 0 then 'deu' else 'eng' end"
                                + " as content_languages",
                        "concat('crawl-data/CC-MAIN-2026-01/segments/1/warc/part-', lpad(cast(id % 500 as string), 5, '0'),"
                                + " '.warc.gz') as warc_filename",
                        "cast((id div 500) * 20000 as int) as warc_record_offset",
                        "cast(20000 as int) as warc_record_length",
                        "'warc' as subset")
                .write()
                .parquet(index.toUri().toString());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
