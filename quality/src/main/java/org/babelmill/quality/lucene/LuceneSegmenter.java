package org.babelmill.quality.lucene;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.babelmill.pipeline.text.CharacterClasses;
import org.babelmill.pipeline.text.Spans;
import org.babelmill.pipeline.text.WordSegmenter;

/** A Lucene tokenizer as a segmenter: its offsets, without white space. */
final class LuceneSegmenter implements WordSegmenter {

    private final Tokenizer tokenizer;
    private final OffsetAttribute offsets;

    LuceneSegmenter(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.offsets = tokenizer.addAttribute(OffsetAttribute.class);
    }

    @Override
    public void segment(char[] text, int length, Spans into) {
        try {
            tokenizer.setReader(new CharArrayReader(text, 0, length));
            tokenizer.reset();
            int last = 0;
            while (tokenizer.incrementToken()) {
                last = add(text, Math.max(last, offsets.startOffset()), Math.min(length, offsets.endOffset()), into);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static int add(char[] text, int from, int to, Spans into) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text[start])) {
            start++;
        }
        while (end > start && isSpace(text[end - 1])) {
            end--;
        }
        if (start < end) {
            into.add(start, end);
        }
        return Math.max(from, to);
    }

    private static boolean isSpace(char c) {
        return (CharacterClasses.of(c) & CharacterClasses.SPACE) != 0;
    }
}
