package org.babelmill.langid.lingua;

import java.util.Arrays;

/**
 * Lingua's rules: a text whose words mostly have letters of one language alone is in that language; otherwise only
 * languages of the most common alphabet compete, and of those, where enough words have letters that few languages have,
 * only those few. One thread at a time.
 */
final class RuleEngine {

    /** No language was found by rules. */
    static final int UNKNOWN = LinguaRules.NONE;

    private final LinguaRules rules;
    private final int languages;
    private final int[] ofWord;
    private final int[] ofText;
    private final int[] alphabetCounts = new int[64];
    private final int[] alphabetOrder = new int[64];
    private int unknownWords;

    RuleEngine(LinguaRules rules, int languages) {
        this.rules = rules;
        this.languages = languages;
        this.ofWord = new int[languages];
        this.ofText = new int[languages];
    }

    /** The language that letters settle; {@link #UNKNOWN} where they do not. */
    int settle(CleanText text) {
        Arrays.fill(ofText, 0);
        unknownWords = 0;
        for (int word = 0; word < text.words(); word++) {
            int language = settleWord(text, text.wordStart(word), text.wordEnd(word));
            if (language == UNKNOWN) {
                unknownWords++;
            } else {
                ofText[language]++;
            }
        }
        return winner(text.words());
    }

    /** Marks the languages that may compete, and returns how many they are. */
    int filter(CleanText text, boolean[] candidates) {
        Arrays.fill(candidates, true);
        int alphabet = mainAlphabet(text);
        if (alphabet < 0) {
            return languages;
        }
        int count = 0;
        for (int language = 0; language < languages; language++) {
            candidates[language] = rules.writes(language, alphabet);
            count += candidates[language] ? 1 : 0;
        }
        return narrow(text, candidates, count);
    }

    private int settleWord(CleanText text, int start, int end) {
        Arrays.fill(ofWord, 0);
        for (int i = start; i < end; i++) {
            char c = text.chars()[i];
            if (rules.only(c) != LinguaRules.NONE) {
                ofWord[rules.only(c)]++;
                continue;
            }
            if (rules.isHan(c)) {
                ofWord[rules.chinese()]++;
            } else if (rules.isKana(c)) {
                ofWord[rules.japanese()]++;
            } else {
                for (int language : rules.uniques(c)) {
                    ofWord[language]++;
                }
            }
        }
        return winnerOfWord();
    }

    private int winnerOfWord() {
        if (ofWord[rules.chinese()] > 0 && ofWord[rules.japanese()] > 0) {
            return rules.japanese();
        }
        return most(ofWord, 0);
    }

    private int winner(int words) {
        int unknown = unknownWords < words * 0.5 ? 0 : unknownWords;
        if (ofText[rules.chinese()] > 0 && ofText[rules.japanese()] > 0 && unknown == 0 && kinds(ofText) == 2) {
            return rules.japanese();
        }
        return most(ofText, unknown);
    }

    /** The language with the highest count above the floor; {@link #UNKNOWN} where there is none or it shares it. */
    private static int most(int[] counts, int floor) {
        int best = UNKNOWN;
        int bestCount = floor;
        boolean shared = false;
        for (int language = 0; language < counts.length; language++) {
            if (counts[language] > bestCount) {
                best = language;
                bestCount = counts[language];
                shared = false;
            } else if (counts[language] == bestCount && bestCount > 0) {
                shared = true;
            }
        }
        return shared ? UNKNOWN : best;
    }

    private static int kinds(int[] counts) {
        int kinds = 0;
        for (int count : counts) {
            kinds += count > 0 ? 1 : 0;
        }
        return kinds;
    }

    /** The alphabet that most words are written in; -1 where no word has one, or several have equally many. */
    private int mainAlphabet(CleanText text) {
        Arrays.fill(alphabetCounts, 0);
        int kinds = 0;
        for (int word = 0; word < text.words(); word++) {
            int alphabet = alphabetOf(text, text.wordStart(word), text.wordEnd(word));
            if (alphabet != LinguaRules.NONE && alphabetCounts[alphabet]++ == 0) {
                alphabetOrder[kinds++] = alphabet;
            }
        }
        int best = -1;
        boolean different = kinds == 1;
        for (int i = 0; i < kinds; i++) {
            int alphabet = alphabetOrder[i];
            different |= alphabetCounts[alphabet] != alphabetCounts[alphabetOrder[0]];
            if (best < 0 || alphabetCounts[alphabet] > alphabetCounts[best]) {
                best = alphabet;
            }
        }
        return different ? best : -1;
    }

    private int alphabetOf(CleanText text, int start, int end) {
        int alphabet = rules.alphabet(text.chars()[start]);
        for (int i = start + 1; i < end && alphabet != LinguaRules.NONE; i++) {
            if (rules.alphabet(text.chars()[i]) != alphabet) {
                return LinguaRules.NONE;
            }
        }
        return alphabet;
    }

    private int narrow(CleanText text, boolean[] candidates, int count) {
        Arrays.fill(ofWord, 0);
        for (int word = 0; word < text.words(); word++) {
            int start = text.wordStart(word);
            for (int i = start; i < text.wordEnd(word); i++) {
                int[] having = rules.few(text.chars()[i]);
                if (having.length > 0 && !occurs(text.chars(), start, i)) {
                    for (int language : having) {
                        ofWord[language]++;
                    }
                }
            }
        }
        int few = 0;
        for (int language = 0; language < languages; language++) {
            few += isFew(language, candidates, text.words()) ? 1 : 0;
        }
        for (int language = 0; few > 0 && language < languages; language++) {
            candidates[language] = isFew(language, candidates, text.words());
        }
        return few > 0 ? few : count;
    }

    /** Whether the char at the end of a range occurs in it before. */
    private static boolean occurs(char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            if (chars[i] == chars[end]) {
                return true;
            }
        }
        return false;
    }

    private boolean isFew(int language, boolean[] candidates, int words) {
        return candidates[language] && ofWord[language] > 0 && ofWord[language] >= words / 2.0;
    }
}
