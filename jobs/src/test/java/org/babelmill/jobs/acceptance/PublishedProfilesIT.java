package org.babelmill.jobs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.babelmill.jobs.cli.Program;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.pipeline.profile.ProfileMatch;
import org.babelmill.pipeline.profile.ProfileMatch.Kind;
import org.babelmill.pipeline.testing.SharedData;
import org.babelmill.pipeline.testing.TarFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FineWeb2's own language files, all of them as they are, in a whole run; skipped where they are absent. */
@Tag("acceptance")
class PublishedProfilesIT {

    /** Languages of the news that are in the input: one in so many. */
    private static final int ONE_IN = 3;

    /** Rules whose threshold is the language's figure as it stands in the file. */
    private static final Map<String, ProfileKey> RULES = Map.of(
            "line-punctuation", ProfileKey.LINE_PUNCT_THR,
            "long-words", ProfileKey.MAX_AVG_WORD_LENGTH,
            "short-words", ProfileKey.MIN_AVG_WORD_LENGTH,
            "alphabetic-words", ProfileKey.MAX_NON_ALPHA_WORDS_RATIO,
            "list-like", ProfileKey.NEW_LINE_RATIO,
            "top-2-gram", ProfileKey.TOP_2_GRAM,
            "duplicate-5-grams", ProfileKey.DUP_5_GRAM,
            "duplicate-10-grams", ProfileKey.DUP_10_GRAM);

    @TempDir
    private Path folder;

    private Map<String, String> files;
    private Path profiles;

    @BeforeEach
    void unpack() throws IOException {
        files = TarFiles.read(SharedData.require("data/fineweb2/configs.tar.gz"), ".yml");
        profiles = Files.createDirectory(folder.resolve("profiles"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(profiles.resolve(file.getKey()), file.getValue());
        }
    }

    private Program.Ended run() throws IOException {
        return Program.run(
                "run",
                "--input",
                input().toString(),
                "--output",
                folder.resolve("out").toString(),
                "--language-profiles",
                profiles.toString(),
                "--set",
                "quality.profile=fineweb2",
                "--master",
                "local[2]",
                "--quiet");
    }

    /** A text of each language, written twice over so that it repeats more than it may. */
    private Path input() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> languages = new HashSet<>();
        StringBuilder lines = new StringBuilder();
        Path news = SharedData.require("data/reference-text-dev.jsonl.gz");
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(news)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode text = json.readTree(line);
                String language =
                        text.get("language").asText() + "_" + text.get("script").asText();
                if (languages.add(language) && languages.size() % ONE_IN == 0) {
                    String twice = (text.get("text").asText() + "\n").repeat(2);
                    lines.append(json.createObjectNode().put("id", language).put("text", twice));
                    lines.append('\n');
                }
            }
        }
        return Files.writeString(folder.resolve("news.jsonl"), lines);
    }

    @Test
    void languages_are_held_against_its_published_figures() throws IOException {
        assertThat(files).hasSize(1929);
        Program.Ended ended = run();
        assertThat(ended.code()).as(ended.err()).isZero();

        LanguageProfiles published = LanguageProfiles.of("published", files);
        Set<String> languages = new HashSet<>();
        SoftAssertions softly = new SoftAssertions();
        for (List<Object> reason : reasons()) {
            ProfileMatch match = published.find(LanguageTag.parse((String) reason.get(0)));
            ProfileKey key = RULES.get((String) reason.get(1));
            if (key != null && (match.kind() == Kind.OWN || match.kind() == Kind.ALIAS)) {
                languages.add((String) reason.get(0));
                softly.assertThat(Double.parseDouble((String) reason.get(2)))
                        .as(reason.toString())
                        .isEqualTo(match.profile().figure(key).orElseThrow());
            }
        }
        softly.assertAll();
        assertThat(languages).hasSizeGreaterThan(30);
    }

    private List<List<Object>> reasons() {
        return new DuckDb(folder.resolve("out"))
                .rows("select distinct language, r.rule, r.threshold"
                        + " from (select language, unnest(reasons) as r from $decisions) where r.stage = 'quality'");
    }

    /** Two languages that no page of the input is in, the first and the last file: both are read before work starts. */
    @Test
    void files_that_lack_a_figure_end_the_run_before_it_starts() throws IOException {
        without("aai_Latn.yml", "new_line_ratio");
        without("zyp_Latn.yml", "max_avg_word_length");

        Program.Ended ended = run();

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("aai_Latn", "new_line_ratio")
                .contains("zyp_Latn", "max_avg_word_length")
                .doesNotContain("aak_Latn");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private void without(String file, String key) throws IOException {
        String text = files.get(file);
        assertThat(text).contains(key + ":");
        Files.writeString(profiles.resolve(file), text.replaceFirst(key + ":.*\\R?", ""));
    }
}
