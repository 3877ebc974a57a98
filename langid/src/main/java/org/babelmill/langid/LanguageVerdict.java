package org.babelmill.langid;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * What language a text is in, and how sure that is.
 *
 * @param tag the label: a language whose probability reaches its threshold, {@code und_Xxxx} with the text's main script
 *     where none does, {@code zxx_Zxxx} where there are no words
 * @param best the most likely language, whatever its probability; {@code und} or {@code zxx} where there is no candidate
 * @param probability that {@code best} is right, from 0 to 1; for {@code zxx} that there is no language
 * @param candidates languages with a probability of at least {@link #CANDIDATE_FLOOR}, most likely first
 * @param scripts the scripts of the text's letters, largest share first; empty where there are no letters
 * @param lines languages of the lines; {@link LineLanguages#NONE} where they were not asked for
 * @param model name of the engine and of its model
 * @param second what another engine says, where one was asked for
 */
public record LanguageVerdict(
        LanguageTag tag,
        LanguageTag best,
        double probability,
        List<Candidate> candidates,
        List<ScriptShare> scripts,
        LineLanguages lines,
        String model,
        Optional<SecondOpinion> second) {

    /** Less likely languages are not listed. */
    public static final double CANDIDATE_FLOOR = 0.01;

    public LanguageVerdict {
        requireNonNull(tag, "tag");
        requireNonNull(best, "best");
        requireNonNull(lines, "lines");
        requireNonNull(model, "model");
        requireNonNull(second, "second");
        candidates = List.copyOf(candidates);
        scripts = List.copyOf(scripts);
    }
}
