package org.babelmill.pipeline.text;

import com.ibm.icu.text.UTF16;

/**
 * The standard segmenter: the script of each character decides, not the language of the text, so that a Thai name in an
 * English page is cut as Thai.
 *
 * <ul>
 *   <li>Chinese and Japanese, Thai, Lao, Khmer, Burmese: the word lists of ICU, by the cheapest path.
 *   <li>Tibetan: syllables, between tshegs. Yi: every character.
 *   <li>Everything else: letters, digits and their marks up to white space or punctuation; apostrophes and full stops
 *       between letters, and commas and full stops between digits, join (UAX #29). In languages with elision the
 *       apostrophe separates instead: {@code l'eau} is {@code l} and {@code eau}.
 *   <li>A punctuation mark or symbol is a token; a run of the same one is one token.
 * </ul>
 *
 * <p>Linear in the length of the text. Belongs to one thread.
 */
final class ScriptWordSegmenter implements WordSegmenter {

    private static final byte[] WORD = UnitRuns.table(unit -> TokenClass.of((char) unit) == TokenClass.WORD);

    private final boolean elision;
    private final UnitRuns words = new UnitRuns(WORD);
    private final DictionaryCutter[] cutters = new DictionaryCutter[TokenClass.YI];

    ScriptWordSegmenter(boolean elision) {
        this.elision = elision;
    }

    @Override
    public void segment(char[] text, int length, Spans into) {
        words.reset(text, length);
        int at = 0;
        while (at < length) {
            int c = codePoint(text, at, length);
            byte type = TokenClass.of(c);
            if (type == TokenClass.GAP) {
                at += UTF16.getCharCount(c);
            } else if (type == TokenClass.WORD || type == TokenClass.EXTEND) {
                at = word(text, at, length, into);
            } else if (type >= TokenClass.FIRST_UNSPACED) {
                at = unspaced(text, at, length, into);
            } else {
                at = symbol(text, at, length, into);
            }
        }
    }

    private int word(char[] text, int start, int length, Spans into) {
        int at = words.end(start);
        while (at < length) {
            int c = codePoint(text, at, length);
            byte type = TokenClass.of(c);
            if (type == TokenClass.GAP) {
                break;
            } else if (type == TokenClass.WORD || type == TokenClass.EXTEND) {
                at = words.end(at + UTF16.getCharCount(c));
            } else if (type == TokenClass.APOSTROPHE && elision && at > start && joinsLetters(text, at, length)) {
                into.add(start, at);
                return at + 1;
            } else if (at > start && joins(type, text, at, length)) {
                at = words.end(at + 1);
            } else {
                break;
            }
        }
        into.add(start, at);
        return at;
    }

    private static boolean joins(byte type, char[] text, int at, int length) {
        return switch (type) {
            case TokenClass.APOSTROPHE, TokenClass.MID_LETTER -> joinsLetters(text, at, length);
            case TokenClass.MID_NUMBER -> joinsDigits(text, at, length);
            case TokenClass.MID_BOTH ->
                joinsDigits(text, at, length)
                        || (joinsLetters(text, at, length) && !beginsSentence(text[at - 1], text[at + 1]));
            default -> false;
        };
    }

    private static boolean joinsLetters(char[] text, int at, int length) {
        return at + 1 < length
                && (CharacterClasses.of(text[at - 1]) & (CharacterClasses.LETTER | CharacterClasses.MARK)) != 0
                && TokenClass.of(text[at + 1]) == TokenClass.WORD
                && (CharacterClasses.of(text[at + 1]) & CharacterClasses.LETTER) != 0;
    }

    private static boolean joinsDigits(char[] text, int at, int length) {
        return at + 1 < length
                && (CharacterClasses.of(text[at - 1]) & CharacterClasses.DIGIT) != 0
                && (CharacterClasses.of(text[at + 1]) & CharacterClasses.DIGIT) != 0;
    }

    /** "the end.The next": a full stop that someone forgot to put a space after. */
    private static boolean beginsSentence(char before, char after) {
        return (CharacterClasses.of(before) & CharacterClasses.LOWER) != 0
                && (CharacterClasses.of(after) & CharacterClasses.UPPER) != 0;
    }

    private int unspaced(char[] text, int start, int length, Spans into) {
        byte type = TokenClass.of(codePoint(text, start, length));
        int at = start;
        while (at < length) {
            int c = codePoint(text, at, length);
            byte next = TokenClass.of(c);
            if ((next != type && next != TokenClass.EXTEND) || (type == TokenClass.YI && next == type && at > start)) {
                break;
            }
            at += UTF16.getCharCount(c);
        }
        if (type == TokenClass.YI) {
            into.add(start, at);
        } else {
            cutter(type).cut(text, start, at, into);
        }
        return at;
    }

    private static int symbol(char[] text, int start, int length, Spans into) {
        int c = codePoint(text, start, length);
        int at = start + UTF16.getCharCount(c);
        while (at < length) {
            int next = codePoint(text, at, length);
            if (next != c && TokenClass.of(next) != TokenClass.EXTEND) {
                break;
            }
            at += UTF16.getCharCount(next);
        }
        into.add(start, at);
        return at;
    }

    private DictionaryCutter cutter(byte type) {
        if (cutters[type] == null) {
            cutters[type] = new DictionaryCutter(WordLists.of(type), type == TokenClass.CHINESE_JAPANESE);
        }
        return cutters[type];
    }

    private static int codePoint(char[] text, int at, int length) {
        char c = text[at];
        return c < 0xD800 || c > 0xDFFF ? c : UTF16.charAt(text, 0, length, at);
    }

    /** The word lists, each loaded once per JVM when first needed. */
    private static final class WordLists {

        private static BreakDictionary of(byte type) {
            return switch (type) {
                case TokenClass.CHINESE_JAPANESE -> ChineseJapanese.LIST;
                case TokenClass.THAI -> Thai.LIST;
                case TokenClass.LAO -> Lao.LIST;
                case TokenClass.KHMER -> Khmer.LIST;
                case TokenClass.BURMESE -> Burmese.LIST;
                default -> throw new IllegalArgumentException("no word list for token class " + type);
            };
        }

        private static final class ChineseJapanese {
            private static final BreakDictionary LIST = BreakDictionary.load("cjdict");
        }

        private static final class Thai {
            private static final BreakDictionary LIST = BreakDictionary.load("thaidict");
        }

        private static final class Lao {
            private static final BreakDictionary LIST = BreakDictionary.load("laodict");
        }

        private static final class Khmer {
            private static final BreakDictionary LIST = BreakDictionary.load("khmerdict");
        }

        private static final class Burmese {
            private static final BreakDictionary LIST = BreakDictionary.load("burmesedict");
        }
    }
}
