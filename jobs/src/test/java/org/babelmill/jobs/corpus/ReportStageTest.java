package org.babelmill.jobs.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.babelmill.jobs.run.RunDirectory;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.alarm.FalseLanguageAlarm;
import org.babelmill.quality.alarm.LanguageCounts;
import org.junit.jupiter.api.Test;

class ReportStageTest {

    private static LanguageCounts counts(String label, long kept, long contradicted) {
        return new LanguageCounts(
                LanguageTag.parse(label),
                1000,
                List.of(new LanguageCounts.Step("quality", 1000, kept)),
                900,
                contradicted,
                10,
                0,
                1000,
                0);
    }

    @Test
    void theManifestNamesDoubtfulLanguagesWithEverySign() {
        var settings = ConfigurationLoader.bind(ConfigurationLoader.defaults());
        var alarm = new FalseLanguageAlarm(settings.quality().alarm());

        String json = RunDirectory.json(ReportStage.alarmed(alarm.check(
                List.of(counts("wol_Latn", 2, 880), counts("ssw_Latn", 100, 0), counts("deu_Latn", 900, 3)))));

        assertThat(json).containsSubsequence("\"ssw_Latn\"", "\"held\" : false", "\"wol_Latn\"", "\"held\" : true");
        assertThat(json).containsSubsequence("\"wol_Latn\"", "kept by quality", "0.002", "html language disagrees");
        assertThat(json).doesNotContain("deu_Latn");
    }
}
