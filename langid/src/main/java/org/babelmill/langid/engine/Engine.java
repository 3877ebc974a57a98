package org.babelmill.langid.engine;

import java.util.List;
import org.babelmill.langid.Candidate;
import org.babelmill.langid.script.ScriptGroups;
import org.babelmill.pipeline.language.LanguageTag;

/** A method of telling languages apart, with its model loaded. Immutable and shared by threads. */
public interface Engine {

    /** Name of the method and of the model. */
    String model();

    /** The languages it knows; their place in the list is their number. */
    List<LanguageTag> languages();

    /** Working memory for one thread. */
    Reader newReader();

    /** Reads a text, and answers questions about the one read last. Not for several threads at once. */
    interface Reader {

        /**
         * Reads a text.
         *
         * @param text read, never changed
         * @param group what the text is mainly written in, from {@link ScriptGroups}; engines may pass over other words
         * @param maxLetters after about so many letters an engine may stop reading
         * @return the number of the most likely language; -1 where the engine has nothing to go by
         */
        int read(char[] text, int from, int to, int group, int maxLetters);

        /** Probability that the most likely language is right, from 0 to 1. */
        double probability();

        /** By how much the most likely language beats another: log10 of the ratio of their likelihoods. */
        double advantageOver(int language);

        /** Languages with at least this probability, the most likely first. */
        List<Candidate> candidates(double floor);
    }
}
