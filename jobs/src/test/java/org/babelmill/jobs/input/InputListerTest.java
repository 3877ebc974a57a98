package org.babelmill.jobs.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.input.InputLister.Listing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListerTest {

    @TempDir
    private Path folder;

    private final InputLister lister =
            new InputLister(new Configuration(), Optional.empty(), EnumSet.allOf(InputKind.class));

    @BeforeEach
    void files() throws IOException {
        for (String name :
                List.of("crawl/b/2.warc.gz", "crawl/a/1.warc.gz", "crawl/notes.md", "crawl/_logs/x.warc.gz")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "WARC/1.0");
        }
    }

    @Test
    void aFolderIsSearchedAndItsFilesAreNamedBelowIt() {
        Listing listing = list("crawl");

        assertThat(listing.files()).extracting(InputFile::name).containsExactly("a/1.warc.gz", "b/2.warc.gz");
        assertThat(listing.files()).extracting(InputFile::ordinal).containsExactly(0, 1);
        assertThat(listing.ignored()).isEqualTo(1);
    }

    @Test
    void theTablesOfARunThatLiesAmongTheArchivesAreNoInput() throws IOException {
        for (String name : List.of(
                "crawl/corpus/run.json",
                "crawl/corpus/documents/part-0.parquet",
                "crawl/corpus/quarantine/x.warc.gz",
                "crawl/corpus/input/3.warc.gz")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "{}");
        }

        for (String input : List.of("crawl", "crawl/[a-c]*", "crawl/*/*")) {
            assertThat(list(input).files())
                    .as(input)
                    .extracting(InputFile::name)
                    .contains("a/1.warc.gz", "b/2.warc.gz", "corpus/input/3.warc.gz")
                    .noneMatch(name -> name.contains("parquet") || name.contains("quarantine"));
        }
        assertThat(list("crawl").ignored()).as("what is not read is counted").isEqualTo(4);
        assertThat(list("crawl/corpus").files())
                .as("a run that is named is meant")
                .extracting(InputFile::name)
                .contains("documents/part-0.parquet");
    }

    @Test
    void aGlobNamesFilesBelowItsFirstFixedFolder() {
        assertThat(list("crawl/*/*.gz").files())
                .extracting(InputFile::name)
                .containsExactly("_logs/x.warc.gz", "a/1.warc.gz", "b/2.warc.gz");
    }

    @Test
    void aSingleFileIsNamedByItsOwnNameAndTheOrderOfInputsDoesNotMatter() {
        List<InputFile> one = list("crawl/b/2.warc.gz", "crawl/a/1.warc.gz").files();
        List<InputFile> other = list("crawl/a/1.warc.gz", "crawl/b/2.warc.gz").files();

        assertThat(one).extracting(InputFile::name).containsExactly("1.warc.gz", "2.warc.gz");
        assertThat(one).isEqualTo(other);
    }

    @Test
    void aListNamesFilesBelowItsFolder() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("warc.paths.gz")))) {
            out.write("crawl/b/2.warc.gz\ncrawl/a/1.warc.gz\n\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(list("warc.paths.gz").files())
                .extracting(InputFile::name)
                .containsExactly("crawl/a/1.warc.gz", "crawl/b/2.warc.gz");
    }

    @Test
    void aListThatNamesAMissingFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("x.paths"), "gone.warc.gz\n");

        assertThatThrownBy(() -> list("x.paths"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("gone.warc.gz")
                .hasMessageContaining("input.root");
    }

    @Test
    void theSameFileTwiceIsReadOnce() {
        assertThat(list("crawl/a/1.warc.gz", "crawl/a/1.warc.gz").files()).hasSize(1);
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/1.warc.gz"), "WARC/1.0");

        assertThatThrownBy(() -> list("crawl/a/1.warc.gz", "other/1.warc.gz"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the same name 1.warc.gz");
    }

    @Test
    void missingPathsEmptyGlobsAndUnknownKindsAreRefused() {
        assertThatThrownBy(() -> list("nowhere.warc.gz"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no such file or folder");
        assertThatThrownBy(() -> list("crawl/*.zip")).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> list("crawl/notes.md"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can read WARC");
    }

    private Listing list(String... names) {
        return lister.list(Arrays.stream(names)
                .map(name -> folder.resolve(name).toString())
                .toList());
    }
}
