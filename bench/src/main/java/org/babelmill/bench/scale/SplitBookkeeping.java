package org.babelmill.bench.scale;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.jobs.spark.StageProgress;

/**
 * A stage of many splits in which nothing is done but to record that each is finished: what is left is Spark's own and this
 * program's bookkeeping. Arguments: a folder that does not exist, and the number of splits. To find out what heap a number
 * of splits needs, give Java less until it fails.
 */
public final class SplitBookkeeping {

    private static final String FINGERPRINT = "0".repeat(64);
    private static final int LANGUAGES = 200;

    private SplitBookkeeping() {}

    /** Runs. */
    public static void main(String[] arguments) throws IOException {
        int number = Integer.parseInt(arguments[1]);
        List<InputSplit> splits = splits(number);
        try (SparkSession session = Sessions.open("split bookkeeping", Optional.of("local[*]"))) {
            RunDirectory directory =
                    RunDirectory.at(Path.of(arguments[0]).toAbsolutePath().toString(), Sessions.storage());
            SplitJob job = new SplitJob(
                    JavaSparkContext.fromSparkContext(session.sparkContext()),
                    directory,
                    RunStage.DOCUMENTS,
                    FINGERPRINT);
            long begun = System.nanoTime();
            SplitJob.Result result = job.run(
                    splits,
                    (split, task) -> {
                        task.counts().add("documents", 30_000);
                        for (int language = 0; language < LANGUAGES; language++) {
                            task.counts().add("language/l" + language + "_Latn", split.index() + language);
                        }
                    },
                    StageProgress.Console.on(System.err, false, false));
            System.out.printf(
                    Locale.ROOT,
                    "%,d splits, %,d documents: %.1f s, heap of %,d MB, %,d MB in use after the last collections%n",
                    number,
                    result.counts().get("documents"),
                    (System.nanoTime() - begun) / 1e9,
                    Runtime.getRuntime().maxMemory() >> 20,
                    afterCollection() >> 20);
        }
    }

    private static List<InputSplit> splits(int number) {
        List<InputSplit> splits = new ArrayList<>(number);
        InputFile file = null;
        for (int i = 0; i < number; i++) {
            if (i % 4 == 0) {
                String name = String.format(Locale.ROOT, "CC-MAIN-2026-43/warc/CC-MAIN-%08d.warc.gz", i / 4);
                file = new InputFile(
                        i / 4, name, "file:/crawl-data/" + name, InputKind.ARCHIVE, 1L << 30, 1_700_000_000_000L);
            }
            long start = (i % 4) * (256L << 20);
            splits.add(new InputSplit(i, List.of(new InputSplit.Range(file, start, start + (256L << 20)))));
        }
        return splits;
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
