package org.babelmill.langid.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.babelmill.pipeline.language.LanguageTag;
import org.junit.jupiter.api.Test;

class MarkerWordsTest {

    private static final LanguageTag CROATIAN = LanguageTag.parse("hrv_Latn");
    private static final LanguageTag SERBIAN = LanguageTag.parse("srp_Latn");

    @Test
    void makesMarkersCommonWordsOfLanguagesThatHaveText() {
        WordCounts counts = new WordCounts();
        counts.add(CROATIAN, "dan", 49_000);
        counts.add(CROATIAN, "tjedan", 1_000);
        MarkerWords.standard().addTo(counts);

        assertThat(counts.sorted(CROATIAN))
                .contains(new WordCounts.WordCount("tjedan", 1005), new WordCounts.WordCount("sustav", 5));
        assertThat(counts.languages()).containsExactly(CROATIAN);
    }

    @Test
    void theStandardsAreToldApartByTheirSpelling() {
        assertThat(MarkerWords.standard().words().get(SERBIAN)).contains("predsednik", "vreme", "šta");
        assertThat(MarkerWords.standard().words().get(CROATIAN))
                .contains("tjedan", "europa")
                .doesNotContain("predsednik", "vreme");
    }
}
