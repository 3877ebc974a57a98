package org.babelmill.jobs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.input.InputKind;
import org.babelmill.jobs.input.InputSplit;
import org.babelmill.jobs.input.RequestBudget;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.jobs.run.RunStage;
import org.babelmill.jobs.run.SplitFiles;
import org.babelmill.jobs.run.SplitJob;
import org.babelmill.jobs.testing.SparkSessionExtension;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkSessionExtension.class)
class SplitReaderTest {

    private static final String BAD = "the one text that is too much";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"exception", "stack", "linkage"})
    void aRecordWhoseWorkFailsIsPutAsideAndTheOthersGoOn(String failure, SparkSession spark) throws IOException {
        Path lines = Files.writeString(folder.resolve("in.jsonl"), """
                {"id": "before", "text": "a text like any other"}
                {"id": "bad", "text": "%s"}
                {"id": "after", "text": "another text like any other"}
                """.formatted(BAD));
        String out = folder.resolve("out").toString();
        InputSplit split = split(lines);

        Map<String, Long> counts = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(List.of(split), 1)
                .map(one -> read(out, one, failure))
                .first();

        assertThat(counts)
                .containsEntry("documents", 2L)
                .containsEntry("put-aside", 1L)
                .containsEntry("records", 3L)
                .containsEntry("ledger/extract/processing-failed", 1L);
        assertThatOnlyTheBadOneIsAside();
    }

    private void assertThatOnlyTheBadOneIsAside() throws IOException {
        try (Stream<Path> aside = Files.list(folder.resolve("out/quarantine"))) {
            assertThat(aside.filter(f -> f.toString().endsWith(".txt")))
                    .singleElement()
                    .satisfies(f -> assertThat(f).hasContent(BAD));
        }
    }

    private static List<String> fifty() {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            records.add("{\"id\": \"n%d\", \"text\": \"a text like any other\"}".formatted(i));
        }
        records.set(7, "{\"id\": \"n7\"}");
        records.set(20, "{\"id\": \"n20\", \"text\": \"%s\"}".formatted(BAD));
        records.set(21, "no record at all");
        return records;
    }

    @Test
    void ofManyRecordsThatWaitTheOneThatKillsIsFound(SparkSession spark) throws IOException {
        InputSplit split = split(Files.write(folder.resolve("in.jsonl"), fifty()));
        String out = folder.resolve("out").toString();

        Map<String, Long> counts = Map.of("died", 1L);
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(counts).containsEntry("died", 1L);
            counts = JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(List.of(split), 1)
                    .map(one -> readOrDie(out, one))
                    .first();
        }

        assertThat(counts)
                .containsEntry("documents", 47L)
                .containsEntry("put-aside", 1L)
                .containsEntry("ledger/extract/process-killed", 1L);
        assertThatOnlyTheBadOneIsAside();
    }

    @Test
    void rowsStandInTheOrderOfTheRecordsHoweverManyWait(SparkSession spark) throws IOException {
        Path lines = Files.write(folder.resolve("in.jsonl"), fifty());
        InputSplit.Range range = split(lines).ranges().get(0);
        InputFile second = new InputFile(
                1,
                "in-2.jsonl",
                lines.toUri().toString(),
                InputKind.JSONL,
                range.end(),
                range.file().modified());
        InputSplit split = new InputSplit(0, List.of(range, new InputSplit.Range(second, 0, range.end())));
        String out = folder.resolve("out").toString();

        JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(List.of(split), 1)
                .map(one -> read(out, one, "exception"))
                .first();

        List<String> kept = IntStream.range(0, 50)
                .filter(i -> i != 7 && i != 20 && i != 21)
                .mapToObj(i -> "n" + i)
                .toList();
        assertThat(column(spark, "documents", "id"))
                .containsExactlyElementsOf(
                        Stream.concat(kept.stream(), kept.stream()).toList());
        List<Object> offsets = column(spark, "ledger", "offset");
        assertThat(offsets).hasSize(6);
        assertThat(offsets.subList(0, 3).stream().map(offset -> (Long) offset)).isSorted();
        assertThat(offsets.subList(3, 6)).isEqualTo(offsets.subList(0, 3));
    }

    private List<Object> column(SparkSession spark, String table, String column) {
        return spark
                .read()
                .parquet(folder.resolve("out").resolve(table).toString())
                .select(column)
                .collectAsList()
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** Dies as a process does: nobody says that the attempt failed. */
    private static Map<String, Long> readOrDie(String out, InputSplit split) throws IOException {
        try {
            return read(out, split, "death");
        } catch (InternalError e) {
            return Map.of("died", 1L);
        }
    }

    private static Map<String, Long> read(String out, InputSplit split, String failure) throws IOException {
        RunDirectory directory = RunDirectory.at(out, new Configuration());
        RunModels.Loaded good = new RunModels("{}", Map.of(), Map.of()).load(new Configuration());
        RunModels.Loaded models = new RunModels.Loaded(
                good.configuration(),
                good.extraction(),
                new Failing(good.languages(), failure),
                good.signals(),
                good.signatures());
        SplitJob.Result result = SplitFiles.of(directory, RunStage.DOCUMENTS, "0".repeat(64))
                .write(split, task -> {
                    try (SplitOutput output = new SplitOutput(task)) {
                        new SplitReader(models, new RequestBudget(0, 1), task, output).read(split);
                    }
                });
        return new TreeMap<>(result.counts().toMap());
    }

    private static InputSplit split(Path lines) throws IOException {
        long length = Files.size(lines);
        long modified = Files.getLastModifiedTime(lines).toMillis();
        InputFile file = new InputFile(0, "in.jsonl", lines.toUri().toString(), InputKind.JSONL, length, modified);
        return new InputSplit(0, List.of(new InputSplit.Range(file, 0, length)));
    }

    /** A language identifier that fails on {@link #BAD}. */
    private record Failing(LanguageIdentifier all, String failure) implements LanguageIdentifier {

        @Override
        public String model() {
            return all.model();
        }

        @Override
        public List<LanguageTag> languages() {
            return all.languages();
        }

        @Override
        public Session newSession() {
            Session session = all.newSession();
            return new Session() {

                @Override
                public LanguageVerdict identify(CharSequence text) {
                    if (text.toString().equals(BAD)) {
                        switch (failure) {
                            case "stack" -> throw new StackOverflowError("planted");
                            case "death" -> throw new InternalError("planted");
                            case "linkage" -> throw new NoClassDefFoundError("planted");
                            default -> throw new IllegalStateException("planted");
                        }
                    }
                    return session.identify(text);
                }

                @Override
                public LanguageVerdict identifyDocument(CharSequence text) {
                    return session.identifyDocument(text);
                }
            };
        }
    }
}
