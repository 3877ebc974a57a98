package org.babelmill.jobs.tokens;

/** Cuts texts into the tokens of one model. Belongs to one thread. */
public interface Tokenizer extends AutoCloseable {

    /** Ids of the tokens of a text, without tokens for begin and end. */
    int[] encode(String text);

    @Override
    void close();
}
