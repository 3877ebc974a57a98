package org.babelmill.pipeline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.babelmill.pipeline.config.RightsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EarlierRuleTest {

    @ParameterizedTest
    @EnumSource
    void every_rule_says_what_it_is_for_and_is_found_by_its_name(EarlierRule rule) {
        assertThat(rule.description()).endsWith(".").hasSizeBetween(20, 120);
        assertThat(rule.rule()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(rule.stage()).isNotEqualTo(Stage.QUALITY);
        assertThat(EarlierRule.of(rule.stage().label(), rule.rule())).contains(rule);
    }

    @ParameterizedTest
    @EnumSource
    void every_signal_that_can_be_honoured_is_a_rule(RightsSettings.Signal signal) {
        assertThat(EarlierRule.valueOf("RIGHTS_" + signal).stage()).isEqualTo(Stage.RIGHTS);
    }

    @Test
    void its_reasons_bear_its_name() {
        assertThat(EarlierRule.READ_CONTENT_LENGTH.reason("7", Comparison.BELOW, "9"))
                .hasToString("read: content-length 7 < 9");
        assertThat(EarlierRule.LANGUAGE_LANGUAGE_SCORE.reason(0.25, Comparison.BELOW, 0.5))
                .hasToString("language: language-score 0.25 < 0.5");
        assertThat(EarlierRule.of("read", "no-such-rule")).isEmpty();
    }
}
