package org.babelmill.quality.alarm;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * What a run counted for one language.
 *
 * @param tag the language
 * @param documents documents that were given its label
 * @param steps what went into each step of the run and what it kept, in order
 * @param declared documents whose HTML names a language
 * @param contradicted those of them that name another one
 * @param topHost documents of the host that has most of them
 * @param foreignScript documents with less than half of their letters in the language's script
 * @param measured documents that could be searched for stop words of the language
 * @param withoutStopWords those of them that have none
 */
public record LanguageCounts(
        LanguageTag tag,
        long documents,
        List<Step> steps,
        long declared,
        long contradicted,
        long topHost,
        long foreignScript,
        long measured,
        long withoutStopWords) {

    /**
     * One step of a run.
     *
     * @param name what it is called in reports, such as {@code dedup} or {@code quality}
     * @param in documents of the language that reached it
     * @param kept those that it let pass
     */
    public record Step(String name, long in, long kept) {

        public Step {
            requireNonNull(name, "name");
            part(kept, in, "kept by " + name);
        }
    }

    public LanguageCounts {
        requireNonNull(tag, "tag");
        steps = List.copyOf(steps);
        part(declared, documents, "declared");
        part(contradicted, declared, "contradicted");
        part(topHost, documents, "topHost");
        part(foreignScript, documents, "foreignScript");
        part(measured, documents, "measured");
        part(withoutStopWords, measured, "withoutStopWords");
    }

    private static void part(long part, long whole, String name) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(name + ": " + part + " of " + whole);
        }
    }
}
