package org.babelmill.langid;

import java.util.List;
import org.babelmill.pipeline.language.LanguageTag;

/**
 * Tells the language of text. Immutable; load one for each JVM (models take up to hundreds of megabytes) and share it
 * between threads, each with a session of its own.
 */
public interface LanguageIdentifier {

    /** Name of the engine and of its model, such as {@code ngram:babelmill-2}. The same name gives the same verdicts. */
    String model();

    /** The languages it can tell, sorted. */
    List<LanguageTag> languages();

    /** Working memory for one thread. */
    Session newSession();

    /** Identifies text after text; not for several threads at once. A verdict depends on its text alone. */
    interface Session {

        /** The verdict on a text and, if the settings ask for them, on its lines. */
        LanguageVerdict identify(CharSequence text);

        /** The verdict on a text without its lines. Costs what the first part of the text costs. */
        LanguageVerdict identifyDocument(CharSequence text);
    }
}
