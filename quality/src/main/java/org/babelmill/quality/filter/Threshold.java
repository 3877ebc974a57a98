package org.babelmill.quality.filter;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.babelmill.pipeline.profile.ProfileKey;

/** What a rule holds a signal against: the same number for all, or a figure of the language's profile. */
public sealed interface Threshold {

    /**
     * A number.
     *
     * @param value the threshold
     */
    record Fixed(double value) implements Threshold {}

    /**
     * A figure of the language's profile.
     *
     * @param key which figure
     * @param otherwise the threshold where the profile lacks it; without it a profile that lacks it is an error
     * @param times what the figure is multiplied by, to be stricter or more lenient than it says
     * @param zeroIsOff whether 0 switches the rule off for the language, as datatrove has it, rather than being a bound
     */
    record Profiled(ProfileKey key, OptionalDouble otherwise, double times, boolean zeroIsOff) implements Threshold {

        public Profiled {
            requireNonNull(key, "key");
            requireNonNull(otherwise, "otherwise");
        }
    }
}
