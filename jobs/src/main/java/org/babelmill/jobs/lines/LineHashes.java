package org.babelmill.jobs.lines;

import org.babelmill.dedup.text.TextSimplifier;
import org.babelmill.dedup.text.TokenBuffer;
import org.babelmill.pipeline.hash.XxHash64;

/** Hashes lines so that case, digits, punctuation, accents and spaces make no difference. Belongs to one thread. */
final class LineHashes {

    /** Of lines without a word, which are never taken out. */
    static final long NONE = 0;

    private final TextSimplifier simplifier = new TextSimplifier();

    /** The hash of a line; {@link #NONE} when it has no word. */
    long of(String line) {
        TokenBuffer tokens = simplifier.simplify(line);
        return tokens.count() == 0 ? NONE : XxHash64.hash(tokens.bytes(), 0, tokens.length(), 0);
    }
}
