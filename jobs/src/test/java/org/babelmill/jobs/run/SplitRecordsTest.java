package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitRecordsTest {

    @TempDir
    private Path folder;

    private SplitRecords records;

    @BeforeEach
    void finishThePieceOfAnArchive() throws IOException {
        RunDirectory directory = RunDirectory.at(folder.toString(), new Configuration());
        records = new SplitRecords(directory, RunStage.DOCUMENTS, "0".repeat(64));
        records.write(
                piece(5, 2),
                new SplitRecord(5, List.of(2), Map.of("robots", "part-00005-s-1.parquet"), Map.of(), Map.of()));
    }

    @Test
    void aPieceIsFoundByWhatItHolds() throws IOException {
        assertThat(records.file(piece(0, 2), "robots").getName()).isEqualTo("part-00005-s-1.parquet");
        assertThat(records.finished(List.of(piece(5, 2), piece(6, 3)))).isEqualTo(2);
    }

    @Test
    void whatWasMadeInAnotherPlaceIsNotReadAsIfItWereHere() {
        assertThatThrownBy(() -> records.file(piece(6, 3), "robots"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("from before other files came or went");
    }

    private static InputSplit piece(int index, int ordinal) {
        InputFile file = new InputFile(ordinal, "a.warc.gz", "file:/a.warc.gz", InputKind.ARCHIVE, 100, 7);
        return new InputSplit(index, List.of(new InputSplit.Range(file, 50, 100)));
    }
}
