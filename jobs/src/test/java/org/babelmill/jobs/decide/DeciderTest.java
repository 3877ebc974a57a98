package org.babelmill.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.balance.CopyTable;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.RunConfiguration;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.quality.signal.TextSignals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeciderTest {

    private static final LanguageTag GERMAN = LanguageTag.parse("deu_Latn");

    private static Decider decider(Tombstones tombstones) throws IOException {
        RunConfiguration settings = ConfigurationLoader.bind(ConfigurationLoader.defaults());
        DecisionRules rules = DecisionRules.of(settings, new Configuration());
        return new Decider(rules.plan(), rules.profiles(), rules.settings(), tombstones);
    }

    private static Candidate candidate(String id, String url) {
        return new Candidate(
                id, 0, url, "", GERMAN, GERMAN, 1, TextSignals.of(signal -> 10), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"id, taken", "url, https://www.firm.example/page", "host, firm.example", "host, www.firm.example"})
    void whatWasTakenBackIsDroppedBySayingByWhichKindOfEntry(String kind, String value) throws IOException {
        Decider decider = decider(Tombstones.none().plus(Map.of(kind, Set.of(value))));
        Candidate document = candidate("taken", "https://www.firm.example/page");

        List<Reason> reasons = decider.reasons(document);

        assertThat(reasons)
                .filteredOn(r -> r.stage() == Stage.TAKEDOWN)
                .hasSize(1)
                .first()
                .satisfies(reason -> {
                    assertThat(reason.rule()).isEqualTo("tombstone");
                    assertThat(reason.value()).isEqualTo(kind);
                });
        Object[] row = decider.row(document, reasons, CopyTable.single());
        assertThat(row[DecisionsTable.SCHEMA.positions().get("keep")]).isEqualTo(false);
        assertThat(row[DecisionsTable.SCHEMA.positions().get("repeats")]).isEqualTo(0);
    }

    @Test
    void othersStay() throws IOException {
        Decider decider = decider(Tombstones.none()
                .plus(Map.of(
                        "id", Set.of("taken"), "url", Set.of("https://a.example/x"), "host", Set.of("b.example"))));

        assertThat(decider.reasons(candidate("other", "https://a.example/xy")))
                .noneMatch(r -> r.stage() == Stage.TAKEDOWN);
        assertThat(decider.reasons(candidate("other", "https://bb.example/")))
                .noneMatch(r -> r.stage() == Stage.TAKEDOWN);
    }
}
