package org.babelmill.langid;

import java.util.Optional;
import org.babelmill.langid.engine.Engine;
import org.babelmill.langid.script.ScriptView;
import org.babelmill.pipeline.language.LanguageLabels;
import org.babelmill.pipeline.language.LanguageTag;

/** Asks a second engine about the same text. One thread at a time. */
final class SecondReader {

    private final Engine engine;
    private final Engine.Reader reader;

    SecondReader(Engine engine) {
        this.engine = engine;
        this.reader = engine.newReader();
    }

    /** The opinion on a whole text; the second engine reads all of it, as its makers intended. */
    Optional<SecondOpinion> read(char[] text, int length, ScriptView view, LanguageTag first) {
        int number = reader.read(text, 0, length, view.group(), Integer.MAX_VALUE);
        if (number < 0) {
            return Optional.empty();
        }
        LanguageTag tag = engine.languages().get(number);
        boolean agree = LanguageLabels.standard().sameLanguage(first, tag);
        return Optional.of(new SecondOpinion(tag, reader.probability(), agree, engine.model()));
    }
}
