package org.babelmill.jobs.mixture;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.Serializable;
import java.util.List;

/**
 * A finished mixture.
 *
 * @param unit of all amounts
 * @param budget what was asked for
 * @param maxEpochs most that a document is seen in all stages together; 0 without a cap
 * @param seed of the draw for fractional copies
 * @param stages in the order of training
 */
public record MixturePlan(String unit, double budget, double maxEpochs, long seed, List<Stage> stages)
        implements Serializable {

    public MixturePlan {
        stages = List.copyOf(stages);
    }

    /** What is planned, which is less than the budget where the supply is too small for the cap. */
    public double allocated() {
        return stages.stream().mapToDouble(Stage::allocated).sum();
    }

    /** The cap as a number to compare with. */
    public double cap() {
        return maxEpochs == 0 ? Double.POSITIVE_INFINITY : maxEpochs;
    }

    /**
     * One stage of a curriculum.
     *
     * @param name in files for trainers
     * @param budget what was asked for
     * @param parts every language, in the order of the tags
     */
    public record Stage(String name, double budget, List<Part> parts) implements Serializable {

        public Stage {
            parts = List.copyOf(parts);
        }

        /** What is planned. */
        public double allocated() {
            return parts.stream().mapToDouble(Part::amount).sum();
        }

        /** The languages that the stage uses. */
        public List<Part> used() {
            return parts.stream().filter(p -> p.amount() > 0).toList();
        }
    }

    /**
     * A language in a stage.
     *
     * @param name language tag
     * @param supply size of its documents, each counted once
     * @param amount what the stage sees of it
     * @param share of the stage, 0 to 1
     * @param epochs amount by supply
     * @param level how often each copy of a document is seen in this and the stages before, before the cap
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(String name, double supply, double amount, double share, double epochs, double level)
            implements Serializable {}
}
