package org.babelmill.jobs.langid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.spark.Sessions;
import org.babelmill.langid.LanguageIdentifier;
import org.babelmill.langid.LanguageIdentifiers;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTrainingTest {

    private static final String GERMAN = "Der Zug nach München fährt heute leider erst eine Stunde später ab.";
    private static final String DUTCH = "De trein naar Groningen vertrekt vandaag een uur later dan gepland.";

    @TempDir
    private Path folder;

    @Test
    void trainsTheSamePackOfJsonLinesAndOfFoldersOnAnyNumberOfCores() throws IOException {
        Path json = Files.writeString(
                folder.resolve("labelled.jsonl"),
                (line("de", GERMAN) + line("nld_Latn", DUTCH)).repeat(40) + line("gibberish", "x y z"));
        Path texts = Files.createDirectory(folder.resolve("texts"));
        Files.createDirectory(texts.resolve("deu_Latn"));
        Files.createDirectory(texts.resolve("nld_Latn"));
        Files.writeString(texts.resolve("deu_Latn/a.txt"), (GERMAN + "\n").repeat(30));
        Files.writeString(texts.resolve("deu_Latn/b.jsonl"), line(null, GERMAN).repeat(10));
        Files.writeString(texts.resolve("nld_Latn/c.txt"), (DUTCH + "\n").repeat(40));

        PackTraining.Result one = train(json, "one.pack", "local[1]");
        PackTraining.Result two = train(texts, "two.pack", "local[2]");

        assertThat(one.languages()).hasToString("[deu_Latn, nld_Latn]");
        assertThat(one.unlabelled()).isEqualTo(1);
        assertThat(two.unlabelled()).isZero();
        // Only what they say about their origin differs.
        LanguageIdentifier first = open("one.pack");
        LanguageIdentifier second = open("two.pack");
        for (String text : List.of(GERMAN, DUTCH, "der trein", "Stunde later")) {
            assertThat(first.newSession().identify(text).candidates())
                    .isEqualTo(second.newSession().identify(text).candidates());
        }
        assertThat(first.newSession().identify(DUTCH).best()).hasToString("nld_Latn");
        assertThat(first.model()).isEqualTo("ngram:test");

        train(json, "again.pack", "local[2]");
        assertThat(folder.resolve("again.pack")).hasSameBinaryContentAs(folder.resolve("one.pack"));
    }

    @Test
    void trainsTheSamePackOfParquet() throws IOException {
        Path json = Files.writeString(
                folder.resolve("labelled.jsonl"), (line("de", GERMAN) + line("nl", DUTCH)).repeat(40));
        Path parquet = folder.resolve("rows.parquet");
        Path unlabelled = folder.resolve("texts/nld_Latn/rows.parquet");
        try (SparkSession spark = Sessions.open("rows for a test", Optional.of("local[2]"))) {
            Dataset<Row> rows = spark.read().json(json.toString());
            rows.where("language = 'de'").repartition(3).write().parquet(parquet.toString());
            rows.where("language = 'nl'").select("text").write().parquet(unlabelled.toString());
        }

        PackTraining.Result expected = train(json, "json.pack", "local[1]");
        Path folders = Files.move(parquet, folder.resolve("texts/rows.parquet"));
        PackTraining.Result result = train(folders.getParent(), "rows.pack", "local[2]");

        assertThat(result.languages()).isEqualTo(expected.languages());
        assertThat(result.unlabelled()).isZero();
        for (String text : List.of(GERMAN, DUTCH, "der trein", "Stunde later")) {
            assertThat(open("rows.pack").newSession().identify(text).candidates())
                    .isEqualTo(open("json.pack").newSession().identify(text).candidates());
        }
    }

    @Test
    void namesLanguagesWithTooLittleText() throws IOException {
        Path json = Files.writeString(
                folder.resolve("labelled.jsonl"), line("de", GERMAN).repeat(40) + line("nl", DUTCH));
        assertThat(train(json, "small.pack", "local[1]").tooSmall())
                .isEqualTo(Map.of(LanguageTag.parse("nld_Latn"), 11L));
    }

    @Test
    void refusesTextThatIsNotThere() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> train(folder.resolve("absent"), "a.pack", "local[1]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no such file or folder");
        assertThatThrownBy(() -> train(folder.resolve("empty"), "a.pack", "local[1]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nothing to train on");
    }

    private PackTraining.Result train(Path text, String pack, String master) throws IOException {
        PackTraining.Request request = new PackTraining.Request(
                List.of(text.toString()),
                folder.resolve(pack).toString(),
                "test",
                false,
                PackTraining.settings(1000, 100),
                1000);
        return new PackTraining(request, Sessions.storage(), step -> {}).train(Optional.of(master));
    }

    private LanguageIdentifier open(String pack) throws IOException {
        return LanguageIdentifiers.open(
                ConfigurationLoader.bind(ConfigurationLoader.defaults().set("language.model=" + folder.resolve(pack)))
                        .language());
    }

    private static String line(String language, String text) {
        String label = language == null ? "" : "\"language\":\"" + language + "\",";
        return "{" + label + "\"text\":\"" + text + "\"}\n";
    }
}
