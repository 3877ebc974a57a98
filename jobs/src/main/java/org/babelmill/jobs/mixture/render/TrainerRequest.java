package org.babelmill.jobs.mixture.render;

import java.math.BigDecimal;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.mixture.MixturePlan;
import org.babelmill.jobs.shard.ShardEntry;

/**
 * What a trainer's file is made of.
 *
 * @param plan the mixture
 * @param root folder of the shards
 * @param files training files of all languages
 * @param options what the mixture cannot know
 */
public record TrainerRequest(MixturePlan plan, Path root, List<ShardEntry> files, Options options) {

    /**
     * What the mixture cannot know.
     *
     * @param prefix folder of tokenised data as the trainer sees it; one data set a language below it
     * @param steps training steps of all stages together
     */
    public record Options(String prefix, long steps) {}

    /** A weight as every parser reads it, to the last bit: plain digits, no exponent, however small the language. */
    static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    /** Where the tokenised data of a language is expected. */
    String tokenised(String language) {
        return options.prefix() + "/" + language;
    }

    /** First training step of a stage, from 0. */
    long start(int stage) {
        double before = plan.stages().subList(0, stage).stream()
                .mapToDouble(MixturePlan.Stage::allocated)
                .sum();
        return Math.round(options.steps() * before / Math.max(plan.allocated(), Double.MIN_NORMAL));
    }

    /** Adds the name of a stage to a file name where there is more than one. */
    String name(String stem, MixturePlan.Stage stage, String ending) {
        return plan.stages().size() == 1 ? stem + ending : stem + "." + stage.name() + ending;
    }
}
