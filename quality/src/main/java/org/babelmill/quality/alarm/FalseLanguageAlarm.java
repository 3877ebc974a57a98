package org.babelmill.quality.alarm;

import java.util.ArrayList;
import java.util.List;
import org.babelmill.pipeline.config.AlarmSettings;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Looks at the counts of a language for signs that its label is wrong. A pure function of counts and limits: the same for
 * a finished run, a sample, or another project's published figures.
 *
 * <p>Each sign by itself has innocent causes - strict filters, a single newspaper on the web - so a language is only held
 * back when as many signs as the settings ask for agree.
 */
public final class FalseLanguageAlarm {

    private final AlarmSettings limits;

    /** An alarm with these limits. */
    public FalseLanguageAlarm(AlarmSettings limits) {
        this.limits = limits;
    }

    /**
     * What the alarm says of a language.
     *
     * @param tag the language
     * @param flags the signs found, in a fixed order
     * @param held whether it is not to be published before a person has looked
     */
    public record Verdict(LanguageTag tag, List<AlarmFlag> flags, boolean held) {

        public Verdict {
            flags = List.copyOf(flags);
        }
    }

    /** Looks at one language. One with fewer documents than the settings ask for is never flagged. */
    public Verdict check(LanguageCounts counts) {
        List<AlarmFlag> flags = new ArrayList<>();
        if (counts.documents() >= limits.minDocuments() && counts.tag().isDetermined()) {
            for (LanguageCounts.Step step : counts.steps()) {
                below(
                        counts.tag(),
                        "kept by " + step.name(),
                        share(step.kept(), step.in(), 1),
                        limits.keptShare(),
                        flags);
            }
            above(
                    counts,
                    "html language disagrees",
                    share(counts.contradicted(), counts.declared(), 0),
                    limits.htmlDisagreement(),
                    flags);
            above(
                    counts,
                    "documents of one host",
                    share(counts.topHost(), counts.documents(), 0),
                    limits.topHostShare(),
                    flags);
            above(
                    counts,
                    "documents in another script",
                    share(counts.foreignScript(), counts.documents(), 0),
                    limits.foreignScript(),
                    flags);
            above(
                    counts,
                    "documents without any stop word",
                    share(counts.withoutStopWords(), counts.measured(), 0),
                    limits.withoutStopWords(),
                    flags);
        }
        return new Verdict(counts.tag(), flags, flags.size() >= limits.flags());
    }

    /** Looks at every language; the verdicts come in the order of the counts. */
    public List<Verdict> check(List<LanguageCounts> counts) {
        return counts.stream().map(this::check).toList();
    }

    private static void below(LanguageTag tag, String sign, double value, double limit, List<AlarmFlag> flags) {
        if (value < limit) {
            flags.add(new AlarmFlag(tag, sign, value, Comparison.BELOW, limit));
        }
    }

    private static void above(LanguageCounts counts, String sign, double value, double limit, List<AlarmFlag> flags) {
        if (value > limit) {
            flags.add(new AlarmFlag(counts.tag(), sign, value, Comparison.ABOVE, limit));
        }
    }

    private static double share(long part, long whole, double ofNothing) {
        return whole == 0 ? ofNothing : part / (double) whole;
    }
}
