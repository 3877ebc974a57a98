package org.babelmill.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.babelmill.quality.filter.FilterPlan;
import org.babelmill.quality.filter.FilterRule;
import org.junit.jupiter.api.Test;

class ThresholdSpanTest {

    private static FilterRule rule(String name) {
        return FilterPlan.shipped("babelmill").rules().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ThresholdSpan span(String rule, double... thresholdsAndDocuments) {
        ThresholdSpan span = new ThresholdSpan(rule(rule));
        for (int i = 0; i < thresholdsAndDocuments.length; i += 2) {
            span.add(thresholdsAndDocuments[i], (long) thresholdsAndDocuments[i + 1]);
        }
        return span;
    }

    @Test
    void theLineStandsWhereMostDocumentsAre() {
        ThresholdSpan span = span("line-punctuation", 0.1, 5, 0.2, 90, 0.3, 5);
        assertThat(span.line()).contains(new Charts.Line(0.1, 0.2, 0.3));
        assertThat(span.text()).isEqualTo("0.1 to 0.3 by language");
    }

    @Test
    void oneThresholdForAllIsOneNumber() {
        assertThat(span("short-document", 50, 3, 50, 4).text()).isEqualTo("50");
    }

    @Test
    void whatNothingCanLieBelowIsNotDrawn() {
        ThresholdSpan span = span("line-punctuation", -0.2, 50, 0.2, 10);
        assertThat(span.line()).contains(new Charts.Line(0.2, 0.2, 0.2));
        assertThat(span.text()).isEqualTo("0.2, in 1 language never");
        assertThat(span("line-punctuation", -0.2, 50).line()).isEmpty();
        assertThat(span("line-punctuation", -0.2, 50).text()).isEqualTo("nothing");
        assertThat(span("line-punctuation").isEmpty()).isTrue();
    }
}
