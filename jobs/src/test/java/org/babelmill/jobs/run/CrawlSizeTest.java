package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputLister;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.SplitPlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver holds of a crawl of a hundred thousand archives of a gigabyte. */
class CrawlSizeTest {

    private static final int FILES = 100_000;
    private static final long LENGTH = 1L << 30;

    @TempDir
    private Path folder;

    /** A storage that has every archive one asks for. */
    public static final class Vast extends RawLocalFileSystem {

        @Override
        public URI getUri() {
            return URI.create("vast:///");
        }

        @Override
        public String getScheme() {
            return "vast";
        }

        @Override
        public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) {
            return new FileStatus(LENGTH, false, 1, 1 << 27, 1_700_000_000_000L, makeQualified(path));
        }
    }

    @Test
    void aWholeCrawlIsListedCutAndKeptInAFileOfAFewMegabytes() throws IOException {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.vast.impl", Vast.class.getName());
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < FILES; i++) {
            names.append(String.format(
                    Locale.ROOT,
                    "crawl-data/CC-MAIN-2026-43/segments/17%08d.%02d/warc/CC-MAIN-20261001123456-20261001153456-%05d.warc.gz%n",
                    i / 1000,
                    i % 100,
                    i));
        }
        Path list = Files.writeString(folder.resolve("warc.paths"), names);

        List<InputSplit> splits = new SplitPlanner(256L << 20)
                .plan(new InputLister(hadoop, Optional.of("vast:///"), EnumSet.of(InputKind.ARCHIVE))
                        .list(List.of(list.toString()))
                        .files());
        RunDirectory directory = RunDirectory.at(folder.resolve("out").toString(), new Configuration());
        directory.write(splits);

        assertThat(splits).hasSize(4 * FILES);
        assertThat(directory.splits()).isEqualTo(splits);
        assertThat(Files.size(folder.resolve("out/splits.json"))).isLessThan(450L * FILES);
    }
}
