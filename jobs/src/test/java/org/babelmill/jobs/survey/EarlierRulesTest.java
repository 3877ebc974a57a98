package org.babelmill.jobs.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.babelmill.pipeline.config.RightsSettings;
import org.babelmill.pipeline.decision.Stage;
import org.junit.jupiter.api.Test;

class EarlierRulesTest {

    @Test
    void every_signal_that_can_be_honoured_is_explained() {
        for (RightsSettings.Signal signal : RightsSettings.Signal.values()) {
            String rule = signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(EarlierRules.description("rights", rule)).as(rule).isNotBlank();
        }
    }

    @Test
    void every_rule_belongs_to_a_stage() {
        assertThat(EarlierRules.all().keySet())
                .allSatisfy(rule -> assertThat(Stage.valueOf(
                                rule.substring(0, rule.indexOf('/')).toUpperCase(Locale.ROOT)))
                        .isNotEqualTo(Stage.QUALITY));
    }

    @Test
    void an_unknown_rule_has_no_explanation() {
        assertThat(EarlierRules.description("read", "gzip-crc")).isEmpty();
    }
}
