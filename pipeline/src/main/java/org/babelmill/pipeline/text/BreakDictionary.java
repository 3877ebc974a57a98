package org.babelmill.pipeline.text;

import com.ibm.icu.util.BytesTrie;
import com.ibm.icu.util.CharsTrie;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The word list of a script that is written without spaces, as ICU ships it for its own break iterators, in a form that
 * can be walked over arrays. ICU's engines walk these lists through boxed collections and virtual character iterators,
 * at 1 to 3 million characters a second, which is many times what everything else costs on such a page.
 *
 * <p>The file is ICU's dictionary format 1: a data header, eight {@code int} indexes (offset of the trie at 0, kind of
 * trie at 4, transform at 5), then a serialised {@link CharsTrie} or {@link BytesTrie}. Immutable and safe to share.
 */
final class BreakDictionary {

    private static final int TRIE_OFFSET = 0;
    private static final int TRIE_KIND = 4;
    private static final int TRANSFORM = 5;
    private static final int INDEXES = 8;
    private static final int KIND_BYTES = 0;
    private static final int TRANSFORM_IS_OFFSET = 0x1000000;

    private final WordTrie words;

    private BreakDictionary(WordTrie words) {
        this.words = words;
    }

    /**
     * Opens one of ICU's lists.
     *
     * @param name file name without extension, such as {@code thaidict}
     * @throws IllegalStateException when this ICU does not have it in the known form
     */
    static BreakDictionary load(String name) {
        ByteBuffer file = ByteBuffer.wrap(read(name));
        int header = file.getShort(0);
        int[] indexes = new int[INDEXES];
        for (int i = 0; i < INDEXES; i++) {
            indexes[i] = file.getInt(header + 4 * i);
        }
        file.position(header + indexes[TRIE_OFFSET]);
        WordTrie words = new WordTrie();
        if ((indexes[TRIE_KIND] & 7) != KIND_BYTES) {
            addChars(new CharsTrie(file.asCharBuffer().toString(), 0), words);
        } else if ((indexes[TRANSFORM] & 0x7F000000) == TRANSFORM_IS_OFFSET) {
            byte[] rest = Arrays.copyOfRange(file.array(), file.position(), file.limit());
            addBytes(new BytesTrie(rest, 0), indexes[TRANSFORM] & 0x1FFFFF, words);
        } else {
            throw new IllegalStateException("ICU's " + name + " has an unknown transform " + indexes[TRANSFORM]);
        }
        return new BreakDictionary(words);
    }

    /**
     * Looks for the words that begin at {@code from}.
     *
     * @param lengths receives the lengths of the words found, shortest first, as many as fit
     * @param values receives their values in the list: for weighted lists a cost, 0 for the most frequent
     * @return how many were found
     */
    int match(char[] text, int from, int end, int[] lengths, int[] values) {
        int found = 0;
        long node = words.first(text[from]);
        for (int at = from + 1; node != WordTrie.NONE; at++) {
            int value = WordTrie.value(node);
            if (value >= 0 && found < lengths.length) {
                lengths[found] = at - from;
                values[found++] = value;
            }
            if (at >= end) {
                break;
            }
            node = words.next(node, text[at]);
        }
        return found;
    }

    private static void addChars(CharsTrie trie, WordTrie words) {
        for (CharsTrie.Entry entry : trie) {
            words.add(entry.chars, entry.value);
        }
    }

    /** Undoes ICU's offset transform: the two highest bytes are joiners, everything else is counted from the base. */
    private static void addBytes(BytesTrie trie, int base, WordTrie words) {
        StringBuilder word = new StringBuilder();
        for (BytesTrie.Entry entry : trie) {
            word.setLength(0);
            for (int i = 0; i < entry.bytesLength(); i++) {
                int b = entry.byteAt(i) & 0xFF;
                word.append(b == 0xFF ? '\u200D' : b == 0xFE ? '\u200C' : (char) (base + b));
            }
            words.add(word, entry.value);
        }
    }

    private static byte[] read(String name) {
        int major = VersionInfo.ICU_VERSION.getMajor();
        for (String folder : new String[] {"icudata", "icudt" + major + "b"}) {
            String path = "/com/ibm/icu/impl/data/" + folder + "/brkitr/" + name + ".dict";
            try (InputStream in = VersionInfo.class.getResourceAsStream(path)) {
                if (in != null) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("ICU " + major + " has no word list " + name + " where it is known to be");
    }
}
