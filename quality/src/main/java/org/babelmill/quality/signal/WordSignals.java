package org.babelmill.quality.signal;

import java.util.Arrays;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.CountTable;
import org.babelmill.quality.text.Tokens;
import org.babelmill.quality.text.WordSet;

/** Words: how many, how long, how varied, which. Gopher's metrics are to the letter of datatrove 0.10. */
final class WordSignals {

    private static final double LN_2 = StrictMath.log(2);
    private static final int CAPITALS = 2;

    private final CountTable vocabulary = new CountTable();
    private boolean[] present = new boolean[64];
    private double[] entropyTerms = entropyTerms();

    private int words;
    private long wordChars;
    private int longest;
    private int alphabetic;
    private int capitals;
    private int capitalizable;

    void measure(AnalyzedText text, LanguageLexicon lexicon, Collector into) {
        count(text.tokens());
        write(text, into);
        stopWords(text.tokens(), lexicon, into);
        lists(text.tokens(), lexicon, into);
    }

    private void count(Tokens tokens) {
        words = 0;
        wordChars = 0;
        longest = 0;
        alphabetic = 0;
        capitals = 0;
        capitalizable = 0;
        vocabulary.reset(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            alphabetic += tokens.is(i, Tokens.ALPHABETIC) ? 1 : 0;
            if (tokens.is(i, Tokens.WORD)) {
                words++;
                wordChars += tokens.length(i);
                longest = Math.max(longest, tokens.length(i));
                vocabulary.add(tokens.folded(i), i);
                capitals(tokens, i);
            }
        }
    }

    private void capitals(Tokens tokens, int i) {
        boolean upper = tokens.is(i, Tokens.UPPER);
        if (tokens.length(i) >= CAPITALS && (upper || tokens.is(i, Tokens.LOWER))) {
            capitalizable++;
            capitals += upper && !tokens.is(i, Tokens.LOWER) ? 1 : 0;
        }
    }

    private void write(AnalyzedText text, Collector into) {
        int tokens = text.tokens().size();
        into.set(Signal.TOKENS, tokens);
        into.set(Signal.WORDS, words);
        into.set(Signal.MAX_WORD_LENGTH, longest);
        if (tokens > 0) {
            into.set(Signal.ALPHA_WORD_FRAC, alphabetic / (double) tokens);
        }
        if (words > 0) {
            into.set(Signal.MEAN_WORD_LENGTH, wordChars / (double) words);
            into.set(Signal.UNIQUE_WORD_FRAC, vocabulary.size() / (double) words);
            into.set(Signal.WORD_ENTROPY, entropy());
            into.set(Signal.MEAN_LINE_WORDS, words / into.get(Signal.LINES));
        }
        if (capitalizable > 0) {
            into.set(Signal.CAPITALS_WORD_FRAC, capitals / (double) capitalizable);
        }
    }

    /** In bits: log2 N - (1/N) Σ c log2 c. Summed in order of first occurrence, so that it does not depend on hashing. */
    private double entropy() {
        double sum = 0;
        for (int i = 0; i < vocabulary.size(); i++) {
            int count = vocabulary.count(i);
            sum += count < entropyTerms.length ? entropyTerms[count] : entropyTerm(count);
        }
        return Math.max(0, StrictMath.log(words) / LN_2 - sum / words);
    }

    private static double[] entropyTerms() {
        double[] terms = new double[256];
        for (int count = 1; count < terms.length; count++) {
            terms[count] = entropyTerm(count);
        }
        return terms;
    }

    private static double entropyTerm(int count) {
        return count * StrictMath.log(count) / LN_2;
    }

    private void stopWords(Tokens tokens, LanguageLexicon lexicon, Collector into) {
        if (tokens.size() == 0 || lexicon.stopWords().size() == 0) {
            return;
        }
        int hits = 0;
        int anyCase = 0;
        int different = 0;
        int differentAnyCase = 0;
        WordSet written = lexicon.stopWords();
        WordSet folded = lexicon.stopWordsAnyCase();
        boolean[] seen = cleared(written.size() + folded.size());
        for (int i = 0; i < tokens.size(); i++) {
            int number = folded.number(tokens.folded(i));
            if (number >= 0) {
                anyCase++;
                differentAnyCase += seen[number] ? 0 : 1;
                seen[number] = true;
            }
            int exact = written.number(tokens.hash(i));
            if (exact >= 0) {
                hits++;
                different += seen[folded.size() + exact] ? 0 : 1;
                seen[folded.size() + exact] = true;
            }
        }
        into.set(Signal.STOP_WORDS, different);
        into.set(Signal.STOP_WORD_HITS, hits);
        into.set(Signal.STOP_WORDS_ANY_CASE, differentAnyCase);
        into.set(Signal.STOP_WORD_FRAC, anyCase / (double) tokens.size());
    }

    private boolean[] cleared(int size) {
        if (present.length < size) {
            present = new boolean[size];
        }
        Arrays.fill(present, 0, size, false);
        return present;
    }

    private void lists(Tokens tokens, LanguageLexicon lexicon, Collector into) {
        into.set(Signal.ENGLISH_STOP_WORDS, present(tokens, EnglishNotices.GOPHER_STOP_WORDS));
        if (tokens.size() > 0) {
            lexicon.toxic()
                    .ifPresent(list -> into.set(Signal.TOXIC_WORD_FRAC, list.covered(tokens) / (double) tokens.size()));
            lexicon.adult()
                    .ifPresent(list -> into.set(Signal.ADULT_WORD_FRAC, list.covered(tokens) / (double) tokens.size()));
        }
        if (vocabulary.size() > 0) {
            lexicon.listed().ifPresent(list -> into.set(Signal.LISTED_WORD_FRAC, listedShare(tokens, list)));
        }
    }

    /** How many different words of a list stand in the text as they are written. */
    private int present(Tokens tokens, WordSet list) {
        boolean[] seen = cleared(list.size());
        int different = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int number = list.number(tokens.hash(i));
            if (number >= 0 && !seen[number]) {
                seen[number] = true;
                different++;
            }
        }
        return different;
    }

    private double listedShare(Tokens tokens, WordSet list) {
        int listed = 0;
        for (int i = 0; i < vocabulary.size(); i++) {
            listed += list.number(tokens.folded(vocabulary.first(i))) >= 0 ? 1 : 0;
        }
        return listed / (double) vocabulary.size();
    }
}
