package org.babelmill.quality.signal;

import java.util.Arrays;
import org.babelmill.quality.signal.TextSignals.Collector;
import org.babelmill.quality.text.AnalyzedText;
import org.babelmill.quality.text.CountTable;
import org.babelmill.quality.text.TokenTypes;
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
        count(text.tokens().types());
        write(text, into);
        stopWords(text.tokens(), lexicon, into);
        lists(text.tokens(), lexicon, into);
    }

    private void count(TokenTypes types) {
        words = 0;
        wordChars = 0;
        longest = 0;
        alphabetic = 0;
        capitals = 0;
        capitalizable = 0;
        vocabulary.reset(types.size());
        for (int type = 0; type < types.size(); type++) {
            int times = types.count(type);
            alphabetic += types.is(type, TokenTypes.ALPHABETIC) ? times : 0;
            if (types.is(type, TokenTypes.WORD)) {
                words += times;
                wordChars += (long) times * types.length(type);
                longest = Math.max(longest, types.length(type));
                vocabulary.add(types.folded(type), type, times);
                capitals(types, type, times);
            }
        }
    }

    private void capitals(TokenTypes types, int type, int times) {
        boolean upper = types.is(type, TokenTypes.UPPER);
        if (types.length(type) >= CAPITALS && (upper || types.is(type, TokenTypes.LOWER))) {
            capitalizable += times;
            capitals += upper && !types.is(type, TokenTypes.LOWER) ? times : 0;
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
        TokenTypes types = tokens.types();
        WordSet written = lexicon.stopWords();
        WordSet folded = lexicon.stopWordsAnyCase();
        boolean[] seen = cleared(folded.size());
        for (int type = 0; type < types.size(); type++) {
            int number = folded.number(types.folded(type));
            if (number >= 0) {
                anyCase += types.count(type);
                differentAnyCase += seen[number] ? 0 : 1;
                seen[number] = true;
            }
            if (written.number(types.hash(type)) >= 0) {
                hits += types.count(type);
                different++;
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
        into.set(Signal.ENGLISH_STOP_WORDS, present(tokens.types(), EnglishNotices.GOPHER_STOP_WORDS));
        if (tokens.size() > 0) {
            lexicon.toxic()
                    .ifPresent(list -> into.set(Signal.TOXIC_WORD_FRAC, list.covered(tokens) / (double) tokens.size()));
            lexicon.adult()
                    .ifPresent(list -> into.set(Signal.ADULT_WORD_FRAC, list.covered(tokens) / (double) tokens.size()));
        }
        if (vocabulary.size() > 0) {
            lexicon.listed().ifPresent(list -> into.set(Signal.LISTED_WORD_FRAC, listedShare(tokens.types(), list)));
        }
    }

    /** How many different words of a list stand in the text as they are written. */
    private static int present(TokenTypes types, WordSet list) {
        int different = 0;
        for (int type = 0; type < types.size(); type++) {
            different += list.number(types.hash(type)) >= 0 ? 1 : 0;
        }
        return different;
    }

    private double listedShare(TokenTypes types, WordSet list) {
        int listed = 0;
        for (int word = 0; word < vocabulary.size(); word++) {
            listed += list.number(types.folded(vocabulary.first(word))) >= 0 ? 1 : 0;
        }
        return listed / (double) vocabulary.size();
    }
}
