package org.babelmill.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.spark.StageProgress;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionExtension.class)
class SplitJobTest {

    private static final String WORK = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path out;

    @Test
    void whatAWriterLeftThatDiedAtItsRecordIsGoneWhenTheStageEnds(SparkSession session) throws IOException {
        Path records = out.resolve("splits/documents");
        String died = records.resolve(".0-0123456789abcdef.json.8a5d").toString();
        InputSplit split = split();
        SplitWork work = (s, task) -> {
            Files.createDirectories(Path.of(died).getParent());
            Files.writeString(Path.of(died), "{");
            task.counts().add("records", 3);
        };

        SplitJob.Result result = new SplitJob(
                        JavaSparkContext.fromSparkContext(session.sparkContext()),
                        RunDirectory.at(out.toString(), new Configuration()),
                        RunStage.DOCUMENTS,
                        WORK)
                .run(List.of(split), work, StageProgress.Console.on(System.err, false, true));

        assertThat(result.counts().get("records")).isEqualTo(3);
        try (Stream<Path> files = Files.list(records)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactly(split.id() + "-" + WORK.substring(0, 16) + ".json");
        }
    }

    private InputSplit split() {
        String uri = out.resolve("a.warc.gz").toUri().toString();
        InputFile file = new InputFile(0, "a.warc.gz", uri, InputKind.ARCHIVE, 10, 0);
        return new InputSplit(0, List.of(new InputSplit.Range(file, 0, 10)));
    }
}
