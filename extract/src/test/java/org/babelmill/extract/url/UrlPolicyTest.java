package org.babelmill.extract.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.decision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPolicyTest {

    private static final int HOSTS = 50_000;

    @TempDir
    Path lists;

    @Test
    void eachOfManyEntriesIsFoundAndNothingElse() throws IOException {
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            hosts.add("host" + i + ".example");
        }
        UrlPolicy policy = policy(hosts, List.of());

        assertThat(policy.listed()).isEqualTo(HOSTS);
        for (int i = 0; i < HOSTS; i++) {
            assertThat(rule(policy, "http://host" + i + ".example/a")).isEqualTo("host-list");
            assertThat(rule(policy, "http://other" + i + ".example/a")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://bad.example/, host-list",
        "https://www.bad.example/x, host-list",
        "http://deep.sub.bad.example, host-list",
        "http://BAD.example:8080/, host-list",
        "http://notbad.example/, ''",
        "http://example/, ''",
        "http://fine.example/wrong/page, url-list",
        "http://fine.example/wrong?a=1, url-list",
        "http://fine.example/wronger, ''",
        "http://fine.example/, ''"
    })
    void aHostStandsForItsSubdomainsAndAUrlForWhatLiesBelowIt(String url, String rule) throws IOException {
        assertThat(rule(policy(List.of("bad.example"), List.of("fine.example/wrong")), url))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://casino.example/a", "http://a.example/CASINO/", "http://a.example/%43asino/"})
    void wordsAreWholeAndCaseDoesNotCount(String url) throws IOException {
        assertThat(rule(policy(List.of(), List.of()), url)).isEqualTo("word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.youtube.com/",
                "http://essex.ac.uk/",
                "http://premature.org/",
                "http://a.example/Casinox/",
                "http://a.example/sex/sex/sex"
            })
    void partsOfWordsAndOneSoftWordPass(String url) throws IOException {
        assertThat(rule(policy(List.of(), List.of()), url)).isEmpty();
    }

    @Test
    void severalDifferentSoftWordsRefuse() throws IOException {
        assertThat(rule(policy(List.of(), List.of()), "http://a.example/sex-webcam"))
                .isEqualTo("soft-words");
    }

    private UrlPolicy policy(List<String> domains, List<String> urls) throws IOException {
        Path category = Files.createDirectories(lists.resolve("adult"));
        Files.write(category.resolve("domains"), domains);
        Files.write(category.resolve("urls"), urls);
        return UrlPolicy.load(ConfigurationLoader.bind(
                        ConfigurationLoader.defaults().set("url.lists=" + lists).set("url.words=[casino]"))
                .url());
    }

    private static String rule(UrlPolicy policy, String url) {
        return policy.refuse(url).map(Reason::rule).orElse("");
    }
}
