package org.babelmill.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSampleTest {

    @TempDir
    Path folder;

    @Test
    void unpacks_archives_and_block_list_into_a_folder_that_need_not_exist() throws IOException {
        Path target = folder.resolve("deep/below");
        assertThat(EmbeddedSample.unpack(target))
                .containsExactly(target.resolve("sample.warc.gz"), target.resolve("sample.warc.wet.gz"))
                .allMatch(Files::isRegularFile);
        assertThat(target.resolve(EmbeddedSample.BLOCK_LISTS).resolve("adult/domains"))
                .content()
                .isEqualTo("adult-example.test\nlate-hours.test\n");
    }

    @Test
    void replaces_what_an_earlier_run_left() throws IOException {
        Path archive = Files.writeString(folder.resolve("sample.warc.gz"), "half of it");
        EmbeddedSample.unpack(folder);
        assertThat(Files.size(archive)).isGreaterThan(100_000);
    }
}
