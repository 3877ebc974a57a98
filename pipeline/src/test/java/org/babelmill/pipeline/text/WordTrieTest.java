package org.babelmill.pipeline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordTrieTest {

    @Provide
    Arbitrary<List<String>> words() {
        Arbitrary<String> few =
                Arbitraries.strings().withChars("ab東京").ofMinLength(1).ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(4);
        return Arbitraries.oneOf(few, any).list().ofMaxSize(300);
    }

    private static int value(WordTrie trie, String word) {
        long node = trie.first(word.charAt(0));
        for (int i = 1; i < word.length() && node != WordTrie.NONE; i++) {
            node = trie.next(node, word.charAt(i));
        }
        return node == WordTrie.NONE ? -1 : WordTrie.value(node);
    }

    @Property(tries = 200)
    void aWordHasTheValueItWasAddedWithAndNoOtherHasOne(
            @ForAll("words") List<String> words, @ForAll("words") List<String> others) {
        WordTrie trie = new WordTrie();
        Map<String, Integer> values = new TreeMap<>();
        for (String word : words) {
            values.put(word, values.size() * 37 % 65_535);
            trie.add(word, values.get(word));
        }
        values.forEach((word, value) -> assertThat(value(trie, word)).as(word).isEqualTo(value));
        for (String word : others) {
            assertThat(value(trie, word)).as(word).isEqualTo(values.getOrDefault(word, -1));
        }
    }

    @Test
    void manyWordsFit() {
        WordTrie trie = new WordTrie();
        for (int i = 0; i < 100_000; i++) {
            trie.add("w" + i, i % 65_535);
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(value(trie, "w" + i)).isEqualTo(i % 65_535);
        }
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new WordTrie().add("word", 65_535)).hasMessageContaining("65535 of word");
        assertThatThrownBy(() -> new WordTrie().add("word", -1)).hasMessageContaining("-1 of word");
    }
}
