package org.babelmill.quality.signal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.text.WordSegmenter;
import org.babelmill.quality.score.CompressionGroup;
import org.babelmill.quality.score.ScoreNorms;
import org.babelmill.quality.text.PhraseMatcher;
import org.babelmill.quality.text.ScriptSet;
import org.babelmill.quality.text.WordSet;
import org.babelmill.quality.wordlist.WordLists.Purpose;

/**
 * Everything about one language that measurements look up, made ready once. Immutable; safe to share.
 *
 * @param stopWords its stop words as they are written
 * @param stopWordsAnyCase the same in lower case
 * @param toxic the user's toxic words, where there is a list
 * @param adult the user's adult words, where there is a list
 * @param listed words that occur in no other language so often, where there is a list
 * @param scripts the scripts the language is written in
 * @param norms how much punctuation, digits and odd characters are usual
 * @param compression the group of scripts that compress alike
 * @param punctuated whether the language marks the ends of its sentences
 */
record LanguageLexicon(
        WordSet stopWords,
        WordSet stopWordsAnyCase,
        Optional<PhraseMatcher> toxic,
        Optional<PhraseMatcher> adult,
        Optional<WordSet> listed,
        ScriptSet scripts,
        ScoreNorms norms,
        CompressionGroup compression,
        boolean punctuated) {

    static LanguageLexicon of(LanguageTag tag, SignalScheme scheme) {
        WordSegmenter segmenter = scheme.segmenter(tag);
        List<String> stopWords = scheme.stopWords(tag);
        Function<List<String>, PhraseMatcher> phrases = words -> {
            PhraseMatcher matcher = new PhraseMatcher();
            words.forEach(word -> matcher.add(word, segmenter));
            return matcher;
        };
        return new LanguageLexicon(
                WordSet.asWritten(stopWords, segmenter),
                WordSet.anyCase(stopWords, segmenter),
                scheme.words(Purpose.TOXIC, tag).map(phrases),
                scheme.words(Purpose.ADULT, tag).map(phrases),
                scheme.words(Purpose.PRECISION, tag).map(words -> WordSet.anyCase(words, segmenter)),
                ScriptSet.of(tag),
                scheme.norms(tag),
                CompressionGroup.of(tag.script()),
                !tag.script().equals("Thai"));
    }
}
