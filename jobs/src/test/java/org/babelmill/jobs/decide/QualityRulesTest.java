package org.babelmill.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.pipeline.config.ConfigurationException;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.filter.BoundRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityRulesTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    @TempDir
    private Path folder;

    private static QualityRules rules(String... settings) throws IOException {
        ConfigurationTree tree = ConfigurationLoader.defaults();
        for (String setting : settings) {
            tree = tree.set(setting);
        }
        return QualityRules.checked(ConfigurationLoader.bind(tree).quality(), new Configuration());
    }

    private static double threshold(QualityRules rules, String name) {
        return rules.plan().bind(GERMAN, rules.profiles().find(GERMAN).profile(), "").rules().stream()
                .filter(r -> r.rule().name().equals(name))
                .mapToDouble(BoundRule::threshold)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aThresholdIsReplacedByName() throws IOException {
        assertThat(threshold(rules("quality.rules.short-document=30"), "short-document"))
                .isEqualTo(30);
        assertThat(threshold(rules("quality.rules.top-2-gram=0.5"), "top-2-gram"))
                .isEqualTo(0.5);
    }

    @Test
    void anUnknownRuleIsRefusedWithTheOnesThatExist() {
        assertThatThrownBy(() -> rules("quality.rules.short-documents=30"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quality.rules.short-documents")
                .hasMessageContaining("did you mean short-document");
        assertThatThrownBy(() -> rules("quality.rules.xyzzy=1")).hasMessageContaining("allowed here: empty, short-doc");
        assertThatThrownBy(() -> rules("quality.rules.prose=much"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quality.rules.prose = ")
                .hasMessageContaining("much");
    }

    @Test
    void aFolderOfProfilesIsCheckedBeforeAnythingRuns() throws IOException {
        Files.writeString(folder.resolve("deu_Latn.yml"), "dup_line_frac: 0.3\n");

        assertThatThrownBy(() -> rules("quality.language-profiles=" + folder, "quality.profile=fineweb2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("deu_Latn")
                .hasMessageContaining("top_2_gram");
    }
}
