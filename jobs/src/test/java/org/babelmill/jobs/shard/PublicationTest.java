package org.babelmill.jobs.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.table.RowBuilder;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.config.ShardSettings.Removed;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTest {

    private static Optional<Part> part(Removed removed, Stage... against) {
        Publication publication = new Publication(
                removed, new PrivacySettings(List.of()), new TestSplit(Map.of(), 0), false, Tombstones.none(), "");
        List<Reason> reasons = List.of(against).stream()
                .map(stage -> new Reason(stage, "rule", "1", Comparison.EQUALS, "1"))
                .toList();
        Object[] decision = new RowBuilder(DecisionsTable.SCHEMA)
                .set("id", "a")
                .set("key", 0L)
                .set("language", "deu_Latn")
                .set("keep", reasons.isEmpty())
                .set("stage", reasons.isEmpty() ? null : reasons.get(0).stage().label())
                .set("reasons", DecisionsTable.reasons(reasons))
                .set("cluster_id", "a")
                .set("cluster_size", 1L)
                .set("repeats", 1)
                .set("text_bytes", 1L)
                .set("words", 1L)
                .build();
        return publication.part(decision);
    }

    @Test
    void removedDocumentsArePublishedByWhatRemovedThem() {
        Part removed = new Part("removed", "deu_Latn");
        assertThat(part(Removed.NONE)).contains(new Part("train", "deu_Latn"));
        assertThat(part(Removed.NONE, Stage.QUALITY)).isEmpty();
        assertThat(part(Removed.QUALITY, Stage.QUALITY)).contains(removed);
        assertThat(part(Removed.QUALITY, Stage.DEDUP, Stage.QUALITY)).isEmpty();
        assertThat(part(Removed.ALL, Stage.DEDUP, Stage.QUALITY)).contains(removed);
    }

    @ParameterizedTest
    @EnumSource(Removed.class)
    void whatWasTakenBackOrMustNotBeUsedIsNeverPublishedEvenIfAFilterRemovedItToo(Removed removed) {
        assertThat(part(removed, Stage.QUALITY, Stage.TAKEDOWN)).isEmpty();
        assertThat(part(removed, Stage.TAKEDOWN)).isEmpty();
        assertThat(part(removed, Stage.RIGHTS, Stage.QUALITY)).isEmpty();
    }
}
