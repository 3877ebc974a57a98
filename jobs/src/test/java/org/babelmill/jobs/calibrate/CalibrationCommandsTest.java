package org.babelmill.jobs.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.babelmill.jobs.cli.Main;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationCommandsTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    /** Forty texts of sixty words; every fourth word is a stop word. */
    private static List<String> texts(String stop, String other) {
        List<String> texts = new ArrayList<>();
        for (int document = 0; document < 40; document++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 60; word++) {
                String[] stops = stop.split(" ");
                text.append(
                                word % 4 == 0
                                        ? stops[(word / 4 + document) % stops.length]
                                        : other + (char) ('a' + (word * 7 + document) % 26))
                        .append(word % 12 == 11 ? ".\n" : " ");
            }
            texts.add(text.toString().strip());
        }
        return texts;
    }

    private Path plain(String name, List<String> texts) throws IOException {
        Path file = folder.resolve(name);
        return Files.writeString(file, String.join("\n\n", texts), StandardCharsets.UTF_8);
    }

    @Test
    void textsBecomeProfilesThatARunCanUse() throws IOException {
        Path texts = Files.createDirectory(folder.resolve("texts"));
        plain("texts/deu_Latn.txt", texts("der die und das ist nicht mit von", "wort"));
        plain("texts/nld_Latn.txt", texts("het een van niet met voor zijn aan", "stuk"));
        Path profiles = folder.resolve("profiles");
        Path lists = folder.resolve("lists");

        int code = run(
                "calibrate",
                "--text",
                texts.toString(),
                "--out",
                profiles.toString(),
                "--precision-lists",
                lists.toString(),
                "--date",
                "2026-01-31",
                "--master",
                "local[2]",
                "--quiet");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("profiles of 2 languages from 80 documents");
        LanguageProfile german =
                LanguageProfiles.of("test", yaml(profiles)).find(GERMAN).profile();
        assertThat(german.stopWords()).contains("der", "nicht").doesNotContain("het");
        assertThat(Files.readString(profiles.resolve("deu_Latn.yaml")))
                .contains("# Date: 2026-01-31")
                .contains("# Command: babelmill calibrate --text texts")
                .contains("sample: {documents: 40,");
        assertThat(profiles.resolve("und_Latn.yaml")).exists();
        assertThat(Files.readString(lists.resolve("precision/nld_Latn.txt")))
                .contains("het")
                .doesNotContain("der");
    }

    private static Map<String, String> yaml(Path profiles) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(profiles)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void howTheWorkIsCutChangesNothing() throws IOException {
        Path text = plain("deu_Latn.txt", texts("der die und das ist nicht mit von", "wort"));

        run(
                "calibrate",
                "--text",
                text.toString(),
                "--out",
                folder + "/a",
                "--date",
                "2026-01-31",
                "--master",
                "local[1]");
        run(
                "calibrate",
                "--text",
                text.toString(),
                "--out",
                folder + "/b",
                "--date",
                "2026-01-31",
                "--master",
                "local[3]");

        Map<String, String> one = yaml(folder.resolve("a"));
        assertThat(one).hasSize(3);
        one.replaceAll((name, yaml) -> yaml.replace(folder + "/a", folder + "/b"));
        assertThat(yaml(folder.resolve("b"))).isEqualTo(one);
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeWorkStarts() throws IOException {
        Path text = plain("unknown.txt", List.of("a"));
        String out = folder + "/out";

        assertThat(run("calibrate", "--text", text.toString(), "--out", out)).isEqualTo(Main.USAGE);
        assertThat(run("calibrate", "--text", folder + "/none.txt", "--out", out))
                .isEqualTo(Main.USAGE);
        assertThat(run(
                        "calibrate",
                        "--text",
                        text.toString(),
                        "--language",
                        "deu_Latn",
                        "--out",
                        out,
                        "--method",
                        "top_2_gramm=mean-std"))
                .isEqualTo(Main.USAGE);
        assertThat(err.toString())
                .contains("of what language? Give --language")
                .contains("no such file or folder")
                .contains("--method top_2_gramm: no such figure; did you mean top_2_gram");
    }

    @Test
    void aClassifierIsTrainedFromTwoPiles() throws IOException {
        Path good = plain("good.txt", texts("der die und das ist nicht mit von", "wort"));
        Path bad = plain("bad.txt", texts("kaufen jetzt gratis bonus casino", "klick"));

        int code = run(
                "train-quality",
                "--good",
                good.toString(),
                "--bad",
                bad.toString(),
                "--language",
                "deu_Latn",
                "--out",
                folder + "/models",
                "--master",
                "local[1]");

        assertThat(code).isEqualTo(Main.DONE);
        assertThat(out.toString()).contains("deu_Latn  40 good, 40 bad: 100.0 % of held-out texts told apart");
        assertThat(folder.resolve("models/deu_Latn.quality")).isNotEmptyFile();
    }
}
