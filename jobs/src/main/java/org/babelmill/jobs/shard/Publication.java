package org.babelmill.jobs.shard;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.shard.ShardPlan.Part;
import org.babelmill.jobs.table.DecisionsTable;
import org.babelmill.jobs.tokens.Tokenizer;
import org.babelmill.jobs.tokens.TokenizerFile;
import org.babelmill.jobs.tombstone.Tombstones;
import org.babelmill.pipeline.config.PrivacySettings;
import org.babelmill.pipeline.config.ShardSettings.Removed;
import org.babelmill.pipeline.decision.Stage;
import org.babelmill.quality.privacy.PiiMasker;

/**
 * Which documents are published, and in which part.
 *
 * @param removed the removed documents that are published too
 * @param privacy what is masked in them
 * @param test which of the kept documents are for testing
 * @param materialised whether a document with several copies has as many rows
 * @param takenBack what was taken back from this run since it was decided
 * @param tokenizer path of the tokenizer that counts tokens; empty for no counts
 */
record Publication(
        Removed removed,
        PrivacySettings privacy,
        TestSplit test,
        boolean materialised,
        Tombstones takenBack,
        String tokenizer)
        implements Serializable {

    private static final Map<String, Integer> POSITIONS = DecisionsTable.SCHEMA.positions();

    /** Masks what the settings say. */
    PiiMasker masker() {
        return PiiMasker.of(privacy);
    }

    /** What counts tokens, to be closed; empty when they are not counted. */
    Optional<Tokenizer> counter(Configuration hadoop) throws IOException {
        return tokenizer.isEmpty() ? Optional.empty() : Optional.of(new TokenizerFile(tokenizer).open(hadoop));
    }

    /** The part of a decided document; empty when it is not published. */
    Optional<Part> part(Object[] decision) {
        String language = (String) decision[POSITIONS.get("language")];
        if ((Boolean) decision[POSITIONS.get("keep")]) {
            String cluster = (String) decision[POSITIONS.get("cluster_id")];
            return Optional.of(new Part(test.holds(cluster, language) ? "test" : "train", language));
        }
        return isPublished((String) decision[POSITIONS.get("stage")]) && !isWithheld(decision)
                ? Optional.of(new Part("removed", language))
                : Optional.empty();
    }

    /** Whether something else than a filter is against a document too: then its text is nobody's business. */
    private static boolean isWithheld(Object[] decision) {
        return DecisionsTable.reasons(decision[POSITIONS.get("reasons")]).stream()
                .anyMatch(r -> r.stage() == Stage.RIGHTS || r.stage() == Stage.TAKEDOWN);
    }

    /** Whether documents that a stage removes are published among the removed. */
    boolean isPublished(String stage) {
        return switch (removed) {
            case NONE -> false;
            case QUALITY -> stage.equals(Stage.QUALITY.label());
            case ALL -> !stage.equals(Stage.RIGHTS.label()) && !stage.equals(Stage.TAKEDOWN.label());
        };
    }
}
